package io.stackwatch.gateway.alarming;

import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.alarm.AlarmCatalogue;
import io.stackwatch.core.alarm.AlarmType;
import io.stackwatch.core.alarm.CatalogueEntry;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.notice.EscalationStep;
import io.stackwatch.core.notice.NoticeFact;
import io.stackwatch.core.notice.NoticeText;
import io.stackwatch.core.notice.NotifyDecision.Occasion;
import io.stackwatch.core.registry.DataTable;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a notice about an alarm says, in Chinese, from a table of words. Safe to share. */
public final class AlarmWords {

    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(LegalTime.ZONE);

    private final Map<String, String> words;
    private final AlarmCatalogue catalogue;
    private final Function<FactorCode, String> factors;

    /** @param factors what people call a factor */
    public AlarmWords(AlarmCatalogue catalogue, Function<FactorCode, String> factors) {
        Map<String, String> read = new HashMap<>();
        for (DataTable.Row row :
                DataTable.resource(AlarmWords.class, "alarm-words.csv").rows()) {
            read.put(row.text("key"), row.cell("chinese"));
        }
        this.words = Map.copyOf(read);
        this.catalogue = catalogue;
        this.factors = factors;
    }

    /** The key of a text, as it is stored beside the notice. */
    static String key(Occasion occasion, Optional<EscalationStep> step) {
        return "alarm." + occasion + "." + step.map(EscalationStep::demand).orElse("NONE");
    }

    /**
     * The text.
     *
     * @param place name of what the alarm is about
     * @param others how many other alarms of the group it stands for
     */
    NoticeText text(Alarm alarm, String place, Occasion occasion, Optional<EscalationStep> step, int others) {
        String level = word("level." + alarm.level());
        String type = type(alarm.key().type());
        String factor = factors.apply(alarm.key().factor());
        String demand = word("demand." + step.map(EscalationStep::demand).orElse("NONE"));
        String title = "【" + level + "】" + type + " " + place + " " + factor + "：" + word("occasion." + occasion);
        List<NoticeFact> facts = new ArrayList<>();
        add(facts, "type", type);
        add(facts, "level", level);
        add(facts, "place", place);
        add(facts, "factor", factor);
        add(facts, "firstHour", hour(alarm.firstHour()));
        add(facts, "lastHour", hour(alarm.lastHour()));
        add(facts, "words", alarm.words());
        add(facts, "demand", demand);
        step.flatMap(EscalationStep::answerWithin)
                .ifPresent(within -> add(facts, "within", String.valueOf(within.toMinutes())));
        if (others > 0) {
            add(facts, "others", String.valueOf(others));
        }
        add(facts, "alarm", alarm.id().value());
        String body = demand.isEmpty() ? alarm.words() : (alarm.words() + "\n" + demand).strip();
        return new NoticeText(oneLine(title), body, facts);
    }

    private void add(List<NoticeFact> facts, String key, String value) {
        if (!value.isEmpty()) {
            facts.add(new NoticeFact(key, word("fact." + key), oneLine(value)));
        }
    }

    private String type(AlarmType type) {
        return catalogue.entry(type).map(CatalogueEntry::chinese).orElse(type.code());
    }

    private String word(String key) {
        String word = words.get(key);
        if (word == null) {
            throw new IllegalArgumentException("alarm-words.csv has no row " + key);
        }
        return word;
    }

    private static String hour(Instant hour) {
        return HOUR.format(hour);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
