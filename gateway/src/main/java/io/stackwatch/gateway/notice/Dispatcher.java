package io.stackwatch.gateway.notice;

import io.stackwatch.core.notice.ChannelName;
import io.stackwatch.core.notice.Delivery;
import io.stackwatch.core.notice.DeliveryFault;
import io.stackwatch.core.notice.DeliveryState;
import io.stackwatch.core.notice.Notice;
import io.stackwatch.core.notice.NoticeId;
import io.stackwatch.core.notice.NoticeMessage;
import io.stackwatch.core.notice.Receipt;
import io.stackwatch.gateway.notice.NextStep.GiveUp;
import io.stackwatch.gateway.notice.NextStep.Way;
import io.stackwatch.gateway.notice.PlannedMessage.OnWay;
import io.stackwatch.gateway.notice.UnderWay.Answer;
import io.stackwatch.gateway.notice.UnderWay.Attempt;
import io.stackwatch.gateway.timetable.WakeUp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the notices of an outbox to their channels until each has a receipt that ends it.
 *
 * <p>An attempt is a row before it leaves, so a kill at any moment loses nothing and takes no token back: what was
 * under way is sent again, with the same number. One thread at a time may wake it; the figures may be read by any.
 */
public final class Dispatcher implements WakeUp {

    /** How many open notices are looked at in one turn; the gravest. */
    private static final int LOOKED_AT = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final NoticeOutbox outbox;
    private final NoticeLog log;
    private final DispatchTerms terms;
    private final UnderWay underWay;
    private final Map<ChannelName, ChannelLine> lines = new LinkedHashMap<>();
    private final Map<ChannelName, ChannelCounts> counts = new LinkedHashMap<>();
    private final AtomicLong givenUp = new AtomicLong();

    /**
     * Over these channels, each name once.
     *
     * @param clock tells when a receipt came
     */
    public Dispatcher(
            NoticeOutbox outbox, NoticeLog log, List<ChannelLine> channels, DispatchTerms terms, Clock clock) {
        this.outbox = outbox;
        this.log = log;
        this.terms = terms;
        this.underWay = new UnderWay(clock);
        for (ChannelLine line : channels) {
            ChannelName name = line.channel().name();
            if (lines.put(name, line) != null) {
                throw new IllegalArgumentException("two channels are called " + name);
            }
            counts.put(name, new ChannelCounts());
        }
    }

    /** Keeps what channels have said, then sends what is due and allowed. If the store fails nothing leaves. */
    @Override
    public void fire(Instant moment) {
        Instant now = moment.truncatedTo(ChronoUnit.MILLIS);
        keepAnswers();
        List<OnWay> waiting = waiting(now);
        List<PlannedMessage> leaving = new ArrayList<>();
        Map<ChannelName, Long> left = new LinkedHashMap<>();
        new Turn(lines, log.handedOver(now.minus(longestAllowance())), now).plan(waiting, leaving, left);
        counts.forEach((name, count) -> count.waiting(left.getOrDefault(name, 0L)));
        send(leaving, now);
        keepAnswers();
    }

    /** How the channels are doing, in the order of the configuration. */
    public List<ChannelStatus> statuses() {
        return counts.entrySet().stream()
                .map(entry -> entry.getValue().status(entry.getKey()))
                .toList();
    }

    /** Notices that reached nobody and were given up, since the start. */
    public long givenUp() {
        return givenUp.get();
    }

    /** The open notices that may leave by some way; settles those that need nothing more. */
    private List<OnWay> waiting(Instant now) {
        List<Notice> open = outbox.open(LOOKED_AT);
        Map<NoticeId, List<Delivery>> rows =
                log.of(open.stream().map(Notice::id).toList());
        List<OnWay> waiting = new ArrayList<>();
        List<NoticeId> settled = new ArrayList<>();
        List<Delivery> news = new ArrayList<>();
        for (Notice notice : open) {
            List<Delivery> past = rows.getOrDefault(notice.id(), List.of());
            Optional<List<Way>> ways = ways(notice, past, news, now);
            if (ways.isEmpty()) {
                settled.add(notice.id());
            } else {
                ways.get().forEach(way -> waiting.add(new OnWay(notice, way)));
            }
        }
        if (!news.isEmpty()) {
            log.add(news);
        }
        if (!settled.isEmpty()) {
            outbox.settle(settled, now);
        }
        return waiting;
    }

    /** The ways that are open to a notice; none while it is under way; empty if it is settled. */
    private Optional<List<Way>> ways(Notice notice, List<Delivery> past, List<Delivery> news, Instant now) {
        List<Delivery> rows = new ArrayList<>(past);
        while (true) {
            NextStep step = Course.next(notice, rows, terms, now);
            Optional<Delivery> missing = step.match(
                    told -> Optional.<Delivery>empty(),
                    attempt -> unanswered(attempt.attempt(), now),
                    tries -> withoutChannel(notice, tries.ways().get(0), now),
                    gaveUp -> Optional.<Delivery>empty());
            if (missing.isEmpty()) {
                return step.match(
                        told -> Optional.<List<Way>>empty(),
                        attempt -> Optional.of(List.<Way>of()),
                        tries -> Optional.of(usable(tries.ways())),
                        gaveUp -> giveUp(notice, gaveUp));
            }
            rows.add(missing.get());
            news.add(missing.get());
        }
    }

    /** An attempt of an earlier process, or one whose channel owes us its receipt for too long. */
    private Optional<Delivery> unanswered(Delivery attempt, Instant now) {
        boolean ours = underWay.waitsFor(attempt);
        if (ours && now.isBefore(attempt.at().plus(terms.answerWithin()))) {
            return Optional.empty();
        }
        underWay.forget(attempt.notice());
        Receipt receipt = Receipt.failed(DeliveryFault.NO_ANSWER, ours ? "no receipt" : "interrupted");
        return Optional.of(
                new Delivery(attempt.notice(), attempt.channel(), attempt.message(), attempt.attempt(), receipt, now));
    }

    private Optional<Delivery> withoutChannel(Notice notice, Way way, Instant now) {
        ChannelName channel = way.address().channel();
        return lines.containsKey(channel) || way.from().isAfter(now)
                ? Optional.empty()
                : Optional.of(new Delivery(
                        notice.id(),
                        channel,
                        notice.id(),
                        way.attempt(),
                        Receipt.failed(DeliveryFault.NO_SUCH_CHANNEL, ""),
                        now));
    }

    private List<Way> usable(List<Way> ways) {
        return ways.stream()
                .filter(way -> lines.containsKey(way.address().channel()))
                .toList();
    }

    private Optional<List<Way>> giveUp(Notice notice, GiveUp step) {
        givenUp.incrementAndGet();
        LOG.error(
                "notice={} severity={} given up: {} last={}",
                notice.id(),
                notice.severity(),
                step.ground(),
                step.last());
        return Optional.empty();
    }

    private void send(List<PlannedMessage> leaving, Instant now) {
        if (leaving.isEmpty()) {
            return;
        }
        Map<NoticeMessage, Attempt> attempts = new LinkedHashMap<>();
        List<Delivery> rows = new ArrayList<>();
        for (PlannedMessage planned : leaving) {
            NoticeMessage message = message(planned);
            Attempt attempt = new Attempt(message.id(), handedOver(planned, message.id(), now));
            attempts.put(message, attempt);
            rows.addAll(attempt.rows());
        }
        log.add(rows);
        leaving.forEach(planned -> counts(planned.to().channel()).ifPresent(count -> count.handedOver(planned)));
        attempts.forEach((message, attempt) -> {
            underWay.add(attempt);
            tell(message, attempt);
        });
    }

    private void tell(NoticeMessage message, Attempt attempt) {
        ChannelLine line = lines.get(attempt.channel());
        if (line == null) {
            throw new IllegalStateException("planned for a channel that is not there: " + attempt.channel());
        }
        try {
            line.channel().tell(message, receipt -> underWay.answered(attempt, receipt));
        } catch (RuntimeException broken) {
            // a channel must not throw; that one does is no reason to leave the others waiting
            LOG.error("channel={} message={} threw", attempt.channel(), message.id(), broken);
            String what = broken.getClass().getSimpleName();
            underWay.answered(attempt, Receipt.failed(DeliveryFault.UNREADABLE_ANSWER, what));
        }
    }

    private NoticeMessage message(PlannedMessage planned) {
        List<Notice> notices = planned.notices();
        int named = Optional.ofNullable(lines.get(planned.to().channel()))
                .map(ChannelLine::named)
                .orElse(1);
        return planned.digest()
                ? NoticeMessage.digest(notices, planned.to().at(), Wording.digest(notices, named))
                : NoticeMessage.of(notices.get(0), planned.to().at());
    }

    private static List<Delivery> handedOver(PlannedMessage planned, NoticeId message, Instant now) {
        Receipt waits = new Receipt(DeliveryState.QUEUED, Optional.empty(), "");
        return planned.tells().stream()
                .map(on -> new Delivery(
                        on.notice().id(),
                        planned.to().channel(),
                        message,
                        on.way().attempt(),
                        waits,
                        now))
                .toList();
    }

    private void keepAnswers() {
        List<Answer> answers = underWay.answers();
        if (answers.isEmpty()) {
            return;
        }
        log.add(answers.stream()
                .flatMap(answer -> answer.attempt().answered(answer.receipt(), answer.at()).stream())
                .toList());
        List<NoticeId> told = new ArrayList<>();
        for (Answer answer : answers) {
            Attempt attempt = answer.attempt();
            if (counts(attempt.channel())
                    .map(count -> count.answered(attempt.rows().size(), answer.receipt()))
                    .orElse(false)) {
                changed(attempt, answer.receipt());
            }
            if (answer.receipt().state().told()) {
                attempt.rows().forEach(row -> told.add(row.notice()));
            }
        }
        underWay.done(answers);
        if (!told.isEmpty()) {
            outbox.settle(told, answers.get(answers.size() - 1).at());
        }
    }

    private static void changed(Attempt attempt, Receipt receipt) {
        if (receipt.fault().isPresent()) {
            LOG.warn(
                    "channel={} message={} notices={} fault={} said={}",
                    attempt.channel(),
                    attempt.message(),
                    attempt.rows().size(),
                    receipt.fault().get(),
                    receipt.reference());
        } else {
            LOG.info("channel={} takes messages again", attempt.channel());
        }
    }

    private Optional<ChannelCounts> counts(ChannelName channel) {
        return Optional.ofNullable(counts.get(channel));
    }

    private Duration longestAllowance() {
        return lines.values().stream()
                .map(line -> line.allowance().within())
                .max(Comparator.naturalOrder())
                .orElse(Duration.ofMinutes(1));
    }
}
