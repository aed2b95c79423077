package io.stackwatch.core.notice;

import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.alarm.AlarmType;
import io.stackwatch.core.alarm.SuppressionCause;
import io.stackwatch.core.registry.DataTable;
import io.stackwatch.core.registry.Verification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What explains an alarm so that nobody need be told: inhibitions and silences, as data. Immutable; safe to share. */
public final class Explanations {

    private final List<InhibitionRule> inhibitions;
    private final List<SilenceRule> silences;

    private Explanations(List<InhibitionRule> inhibitions, List<SilenceRule> silences) {
        this.inhibitions = List.copyOf(inhibitions);
        this.silences = List.copyOf(silences);
    }

    /** The rules that come with the program. */
    public static Explanations load() {
        return of(
                DataTable.resource(Explanations.class, "inhibitions.csv"),
                DataTable.resource(Explanations.class, "silences.csv"));
    }

    /** Reads rules from their two tables. */
    public static Explanations of(DataTable inhibitions, DataTable silences) {
        List<InhibitionRule> byAlarm = new ArrayList<>();
        for (DataTable.Row row : inhibitions.rows()) {
            byAlarm.add(new InhibitionRule(
                    new AlarmType(row.text("cause")),
                    new AlarmType(row.text("symptom")),
                    row.text("same_factor").equals("yes"),
                    row.text("source"),
                    row.constant("mark", Verification.class)));
        }
        List<SilenceRule> byMark = new ArrayList<>();
        for (DataTable.Row row : silences.rows()) {
            byMark.add(new SilenceRule(
                    row.text("mark_kind"),
                    new AlarmType(row.text("type")),
                    row.text("source"),
                    row.constant("mark", Verification.class)));
        }
        return new Explanations(byAlarm, byMark);
    }

    /** Whether anything could explain alarms of a kind. */
    public boolean couldExplain(AlarmType type) {
        return inhibitions.stream().anyMatch(rule -> rule.symptom().equals(type))
                || silences.stream().anyMatch(rule -> rule.type().equals(type));
    }

    /** Whether alarms of a kind explain others. */
    public boolean causes(AlarmType type) {
        return inhibitions.stream().anyMatch(rule -> rule.cause().equals(type));
    }

    /** What explains an alarm. */
    public record Explanation(SuppressionCause cause, Optional<Instant> until, String words) {}

    /**
     * What explains an alarm at an instant: a mark before another alarm, and the one that holds longest first.
     *
     * @param active active alarms about the same subject
     * @param marks filed marks of the same outlet
     */
    public Optional<Explanation> of(Alarm alarm, Collection<Alarm> active, Collection<FiledMark> marks, Instant now) {
        Optional<Explanation> byMark = marks.stream()
                .filter(filed -> silences.stream().anyMatch(rule -> rule.explains(filed, alarm, now)))
                .max(Comparator.comparing((FiledMark filed) -> filed.span().end())
                        .thenComparing(FiledMark::name))
                .map(filed -> new Explanation(
                        new SuppressionCause.ByMark(filed.name()),
                        Optional.of(filed.span().end()),
                        "mark " + filed.name() + " " + filed.kind()));
        return byMark.or(() -> active.stream()
                .filter(other -> inhibitions.stream().anyMatch(rule -> rule.explains(other, alarm)))
                .min(Comparator.comparing(Alarm::id))
                .map(other -> new Explanation(
                        new SuppressionCause.ByAlarm(other.id()),
                        Optional.empty(),
                        "alarm " + other.id() + " " + other.key().type())));
    }
}
