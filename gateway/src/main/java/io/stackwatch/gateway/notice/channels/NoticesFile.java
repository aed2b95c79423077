package io.stackwatch.gateway.notice.channels;

import io.stackwatch.core.alarm.AlarmLevel;
import io.stackwatch.core.notice.ChannelName;
import io.stackwatch.gateway.config.ConfigProblem;
import io.stackwatch.gateway.config.ConfigRefused;
import io.stackwatch.gateway.config.Entry;
import io.stackwatch.gateway.config.EntryReader;
import io.stackwatch.gateway.notice.Allowance;
import io.stackwatch.gateway.notice.ChannelKind;
import io.stackwatch.gateway.notice.DispatchTerms;
import io.stackwatch.gateway.notice.Secrets;
import io.stackwatch.gateway.notice.channels.NoticePlan.Planned;
import io.stackwatch.gateway.notice.dingtalk.DingTalkKind;
import io.stackwatch.gateway.notice.mail.MailKind;
import io.stackwatch.gateway.notice.sms.AliyunSmsKind;
import io.stackwatch.gateway.notice.sms.PlainSmsKind;
import io.stackwatch.gateway.notice.syslog.SyslogKind;
import io.stackwatch.gateway.notice.webhook.WebhookKind;
import io.stackwatch.gateway.notice.wecom.WeComKind;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the file of channels (format: docs/recipes/add-a-notice-channel.md) and finds everything that is wrong in it.
 */
public final class NoticesFile {

    /** The kinds that there are; a new one is a line here. */
    private static final List<ChannelKind> KINDS = List.of(
            new WeComKind(),
            new DingTalkKind(),
            new PlainSmsKind(),
            new AliyunSmsKind(),
            new MailKind(),
            new WebhookKind(),
            new SyslogKind());

    private static final Duration USUAL_WAIT = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final int USUALLY_NAMED = 20;

    private final String source;
    private final Secrets secrets;
    private final List<ConfigProblem> problems = new ArrayList<>();

    private NoticesFile(String source, Secrets secrets) {
        this.source = source;
        this.secrets = secrets;
    }

    /**
     * Reads a file's content.
     *
     * @param source name of the file, for messages
     * @param secrets what it refers to
     * @throws ConfigRefused with every problem that was found, each with its line
     */
    public static NoticePlan read(String source, String yaml, Secrets secrets) throws ConfigRefused {
        NoticesFile file = new NoticesFile(source, secrets);
        NoticePlan plan =
                EntryReader.file(source, yaml, file.problems).map(file::plan).orElseGet(NoticePlan::none);
        if (!file.problems.isEmpty()) {
            throw new ConfigRefused(file.problems);
        }
        return plan;
    }

    private NoticePlan plan(EntryReader root) {
        DispatchTerms terms = terms(root.below("terms"));
        List<Planned> channels = new ArrayList<>();
        Set<ChannelName> names = new HashSet<>();
        List<Entry> items = root.items("channels");
        for (int i = 0; i < items.size(); i++) {
            EntryReader entry = new EntryReader(source, "channels[" + (i + 1) + "]", items.get(i), problems);
            channel(entry, names).ifPresent(channels::add);
        }
        root.nothingElse();
        return new NoticePlan(channels, terms);
    }

    private Optional<Planned> channel(EntryReader entry, Set<ChannelName> names) {
        Optional<ChannelName> name = entry.required(
                "name", "a lower-case letter, then at most 39 letters, digits and hyphens", ChannelName::new);
        if (name.isPresent() && !names.add(name.get())) {
            entry.problem(entry.line(), "name", name.get().value(), "each name once");
        }
        Optional<ChannelKind> kind = entry.required(
                "kind", KINDS.stream().map(ChannelKind::name).collect(Collectors.joining(", ")), NoticesFile::kind);
        if (name.isEmpty() || kind.isEmpty()) {
            return Optional.empty();
        }
        Duration wait = entry.value("wait", "a duration of at most " + LONGEST_WAIT, NoticesFile::shortWait)
                .orElse(USUAL_WAIT);
        Allowance allowance = allowance(entry.below("allowance"), kind.get().usual());
        int named = entry.value("digest-names", "1 to 1000", NoticesFile::named).orElse(USUALLY_NAMED);
        Optional<ChannelKind.Making> making = kind.get().read(name.get(), wait, entry, secrets);
        entry.nothingElse();
        return making.map(made -> new Planned(made, allowance, named));
    }

    private static ChannelKind kind(String text) {
        return KINDS.stream()
                .filter(kind -> kind.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text));
    }

    private static Duration shortWait(String text) {
        try {
            Duration wait = Duration.parse(text);
            if (!wait.isNegative() && !wait.isZero() && wait.compareTo(LONGEST_WAIT) <= 0) {
                return wait;
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(text, e);
        }
        throw new IllegalArgumentException(text);
    }

    private static int named(String text) {
        int named = Integer.parseInt(text);
        if (named < 1 || named > 1_000) {
            throw new IllegalArgumentException(text);
        }
        return named;
    }

    private static Allowance allowance(EntryReader entry, Allowance usual) {
        int messages = entry.number("messages", usual.messages());
        Duration within = entry.duration("within", usual.within());
        int reserve = entry.number("reserve", Math.min(usual.reserve(), Math.max(0, messages - 1)));
        entry.nothingElse();
        try {
            return new Allowance(messages, within, reserve);
        } catch (IllegalArgumentException wrong) {
            entry.problem(entry.line(), "(allowance)", String.valueOf(wrong.getMessage()), "values that can be used");
            return usual;
        }
    }

    private static DispatchTerms terms(EntryReader entry) {
        DispatchTerms usual = DispatchTerms.defaults();
        Map<AlarmLevel, Duration> patience = new LinkedHashMap<>();
        entry.entries("patience").forEach((level, wait) -> {
            try {
                patience.put(AlarmLevel.valueOf(level), Duration.parse(wait.text()));
            } catch (IllegalArgumentException | DateTimeException wrong) {
                entry.problem(wait.line(), "patience." + level, wait.text(), "RED, ORANGE, YELLOW or BLUE: a duration");
            }
        });
        try {
            DispatchTerms terms = new DispatchTerms(
                    entry.has("patience") ? patience : usual.patience(),
                    entry.number("tries", usual.tries()),
                    entry.duration("retry", usual.retry()),
                    entry.duration("longest-rest", usual.longestRest()),
                    entry.duration("give-up-after", usual.giveUpAfter()),
                    usual.answerWithin());
            entry.nothingElse();
            return terms;
        } catch (IllegalArgumentException wrong) {
            entry.problem(entry.line(), "(terms)", String.valueOf(wrong.getMessage()), "values that can be used");
            return usual;
        }
    }
}
