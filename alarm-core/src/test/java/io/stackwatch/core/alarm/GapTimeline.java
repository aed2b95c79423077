package io.stackwatch.core.alarm;

import io.stackwatch.core.alarm.EpisodeDecision.Kind;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.registry.OutletId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** One outlet and factor whose hours come or do not come, in any order; remembers alarms as a store would. */
final class GapTimeline {

    private final MissingDataEpisodes episodes = new MissingDataEpisodes(RuleParameters.load());
    private final Map<AlarmId, Alarm> alarms = new LinkedHashMap<>();
    private final List<AlarmEvent> history = new ArrayList<>();
    private final NavigableSet<Integer> received = new TreeSet<>();
    private Kind last = Kind.NOTHING_NEW;
    private int moment;

    GapTimeline missing(int hour) {
        return keep(episodes.missing(facts(hour)));
    }

    GapTimeline missing(int first, int last) {
        for (int hour = first; hour <= last; hour++) {
            missing(hour);
        }
        return this;
    }

    GapTimeline received(int hour) {
        received.add(hour);
        return keep(episodes.received(facts(hour)));
    }

    GapTimeline excused(int hour) {
        return keep(episodes.excused(facts(hour)));
    }

    private MissingDataCase facts(int hour) {
        return new MissingDataCase(
                new FactorHour(new OutletId("DA001"), new FactorCode("a21026"), EpisodeTimeline.hour(hour)),
                List.copyOf(alarms.values()),
                received.isEmpty() ? Optional.empty() : Optional.of(EpisodeTimeline.hour(received.last())),
                EpisodeTimeline.MIDNIGHT.plus(Duration.ofDays(3)).plusSeconds(moment++),
                List.of());
    }

    private GapTimeline keep(EpisodeDecision decision) {
        last = decision.kind();
        for (AlarmChange change : decision.changes()) {
            alarms.put(change.alarm().id(), change.alarm());
            history.addAll(change.events());
        }
        return this;
    }

    Kind last() {
        return last;
    }

    NavigableSet<Integer> received() {
        return received;
    }

    Collection<Alarm> standing() {
        return alarms.values().stream().filter(alarm -> !alarm.joined()).toList();
    }

    Collection<Alarm> all() {
        return alarms.values();
    }

    List<AlarmEvent> history(Alarm alarm) {
        return history.stream().filter(event -> event.key().equals(alarm.key())).toList();
    }

    /** Alarms that were not joined to another one, by their first hour, in short: {@code 8..10 BLUE active}. */
    List<String> alarms() {
        return standing().stream()
                .sorted(Comparator.comparing(Alarm::firstHour))
                .map(alarm -> EpisodeTimeline.number(alarm.firstHour()) + ".."
                        + EpisodeTimeline.number(alarm.lastHour()) + " " + alarm.level() + " "
                        + alarm.clearing().map(c -> "cleared " + c.reason()).orElse("active"))
                .toList();
    }
}
