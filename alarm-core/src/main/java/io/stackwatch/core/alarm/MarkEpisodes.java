package io.stackwatch.core.alarm;

import io.stackwatch.core.alarm.EpisodeDecision.Kind;
import io.stackwatch.core.measurement.FactorCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Turns matters about marks into alarms of one type: one for all matters of an outlet that begin in the same hour, told again when
 * they say something else, ended when there is none any more. Pure; safe to share.
 *
 * <p>MARK_LATE: marks that were filed late and wait for an officer. MARK_ABUSE: working conditions that by the marks that count
 * last longer than allowed.
 */
public final class MarkEpisodes {

    private final AlarmType type;
    private final AlarmLevel level;
    private final AlarmReason begins;
    private final AlarmReason ends;

    private MarkEpisodes(AlarmType type, AlarmLevel level, AlarmReason begins, AlarmReason ends) {
        this.type = type;
        this.level = level;
        this.begins = begins;
        this.ends = ends;
    }

    /** Marks that were filed late and wait for an officer; yellow. */
    public static MarkEpisodes late() {
        return new MarkEpisodes(
                AlarmType.MARK_LATE, AlarmLevel.YELLOW, AlarmReason.LATE_MARK_WAITS, AlarmReason.LATE_MARK_SETTLED);
    }

    /** Working conditions that last longer than allowed; orange, as other doubts about what is said of data. */
    public static MarkEpisodes abuse() {
        return new MarkEpisodes(
                AlarmType.MARK_ABUSE, AlarmLevel.ORANGE, AlarmReason.MARKED_BEYOND, AlarmReason.MARKED_WITHIN);
    }

    /** Which kind of alarm it raises. */
    public AlarmType type() {
        return type;
    }

    /** What the matters that there are now mean for the alarms. */
    public EpisodeDecision decide(MarkCase facts) {
        TreeMap<Instant, List<MarkMatter>> byHour = new TreeMap<>();
        facts.matters().forEach(matter -> byHour.computeIfAbsent(matter.firstHour(), hour -> new ArrayList<>())
                .add(matter));
        List<EpisodeDecision> decisions = new ArrayList<>();
        byHour.forEach(
                (hour, matters) -> decisions.add(standing(facts, hour, matters).holdsAsSaid(level, begins)));
        facts.alarms().stream()
                .filter(alarm -> !byHour.containsKey(alarm.key().firstHour()))
                .forEach(alarm -> decisions.add(ended(facts, alarm).over(ends)));
        List<AlarmChange> changes =
                decisions.stream().flatMap(one -> one.changes().stream()).toList();
        return decisions.stream()
                .map(EpisodeDecision::kind)
                .filter(kind -> kind != Kind.NOTHING_NEW)
                .findFirst()
                .map(kind -> new EpisodeDecision(kind, changes))
                .orElseGet(StandingAlarm::nothing);
    }

    private StandingAlarm standing(MarkCase facts, Instant hour, List<MarkMatter> matters) {
        AlarmKey key = new AlarmKey(facts.outlet(), FactorCode.ALL, type, hour);
        Optional<Alarm> alarm =
                facts.alarms().stream().filter(one -> one.key().equals(key)).findFirst();
        Instant last = matters.stream()
                .map(MarkMatter::lastHour)
                .max(Instant::compareTo)
                .orElse(hour);
        String words = matters.stream().map(MarkMatter::words).sorted().collect(Collectors.joining("; "));
        return new StandingAlarm(key, alarm, last, facts.knownAt(), words);
    }

    private static StandingAlarm ended(MarkCase facts, Alarm alarm) {
        return new StandingAlarm(alarm.key(), Optional.of(alarm), alarm.lastHour(), facts.knownAt(), facts.act());
    }
}
