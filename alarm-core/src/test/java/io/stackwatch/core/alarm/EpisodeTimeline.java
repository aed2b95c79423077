package io.stackwatch.core.alarm;

import io.stackwatch.core.exceedance.Fraction;
import io.stackwatch.core.exceedance.HourOutcome;
import io.stackwatch.core.exceedance.Outcome;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.registry.OutletId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One outlet and factor whose verdicts come one after the other, in any order; remembers alarms as a store would. */
final class EpisodeTimeline {

    static final Instant MIDNIGHT = Instant.parse("2026-11-19T16:00:00Z");

    private final ExceedanceEpisodes episodes = new ExceedanceEpisodes(RuleParameters.load());
    private final Map<Instant, HourOutcome> outcomes = new TreeMap<>();
    private final Map<AlarmId, Alarm> alarms = new LinkedHashMap<>();
    private final List<AlarmEvent> history = new ArrayList<>();
    private EpisodeDecision.Kind last = EpisodeDecision.Kind.NOTHING_NEW;
    private int moment;

    static Instant hour(int number) {
        return MIDNIGHT.plus(Duration.ofHours(number));
    }

    EpisodeTimeline exceeds(int hour, String ratio) {
        return judged(hour, Outcome.EXCEEDS, Optional.of(Fraction.of(new BigDecimal(ratio))));
    }

    EpisodeTimeline within(int hour) {
        return judged(hour, Outcome.WITHIN, Optional.empty());
    }

    EpisodeTimeline notJudged(int hour) {
        return judged(hour, Outcome.NOT_JUDGED, Optional.empty());
    }

    EpisodeTimeline judged(int hour, Outcome outcome, Optional<Fraction> ratio) {
        HourOutcome now = new HourOutcome(hour(hour), outcome, ratio);
        List<HourOutcome> neighbours = outcomes.values().stream()
                .filter(other -> !other.hour().equals(now.hour()))
                .toList();
        EpisodeDecision decision = episodes.decide(new EpisodeCase(
                new FactorHour(new OutletId("DA001"), new FactorCode("a21026"), now.hour()),
                now,
                Optional.ofNullable(outcomes.get(now.hour())),
                List.copyOf(alarms.values()),
                neighbours,
                MIDNIGHT.plus(Duration.ofDays(2)).plusSeconds(moment++),
                List.of()));
        outcomes.put(now.hour(), now);
        last = decision.kind();
        for (AlarmChange change : decision.changes()) {
            alarms.put(change.alarm().id(), change.alarm());
            history.addAll(change.events());
        }
        return this;
    }

    EpisodeDecision.Kind last() {
        return last;
    }

    /** Alarms that were not joined to another one, by their first hour, in short: {@code 8..10 RED active}. */
    List<String> alarms() {
        return standing().stream()
                .sorted(Comparator.comparing(Alarm::firstHour))
                .map(alarm -> number(alarm.firstHour()) + ".." + number(alarm.lastHour()) + " " + alarm.level() + " "
                        + alarm.clearing().map(c -> "cleared " + c.reason()).orElse("active"))
                .toList();
    }

    Collection<Alarm> standing() {
        return alarms.values().stream()
                .filter(alarm -> alarm.clearing()
                        .filter(c -> c.reason() == AlarmReason.JOINED_TO_EARLIER)
                        .isEmpty())
                .toList();
    }

    Collection<Alarm> all() {
        return alarms.values();
    }

    List<AlarmEvent> history() {
        return history;
    }

    Map<Instant, HourOutcome> outcomes() {
        return outcomes;
    }

    static long number(Instant hour) {
        return Duration.between(MIDNIGHT, hour).toHours();
    }
}
