package io.stackwatch.core.alarm;

import io.stackwatch.core.exceedance.HourOutcome;
import io.stackwatch.core.exceedance.Outcome;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The hours around a verdict that were judged, in order of time, the verdict's own hour included. */
final class JudgedHours {

    private final NavigableMap<Instant, HourOutcome> hours = new TreeMap<>();

    JudgedHours(EpisodeCase facts) {
        facts.neighbours().forEach(this::put);
        hours.remove(facts.hour().start());
        put(facts.now());
    }

    private void put(HourOutcome outcome) {
        if (outcome.outcome() != Outcome.NOT_JUDGED) {
            hours.put(outcome.hour(), outcome);
        }
    }

    /** Whether a judged hour in [from, to], ends included, was within its limit. */
    boolean anyWithin(Instant from, Instant to) {
        return hours.subMap(from, true, to, true).values().stream().anyMatch(JudgedHours::within);
    }

    boolean within(Instant hour) {
        HourOutcome outcome = hours.get(hour);
        return outcome != null && within(outcome);
    }

    Optional<HourOutcome> firstBehind(Instant hour) {
        return Optional.ofNullable(hours.higherEntry(hour)).map(Map.Entry::getValue);
    }

    /** The hours in [first, last] that exceed, in order of time. */
    Collection<HourOutcome> exceeding(Instant first, Instant last) {
        return hours.subMap(first, true, last, true).values().stream()
                .filter(outcome -> outcome.outcome() == Outcome.EXCEEDS)
                .toList();
    }

    private static boolean within(HourOutcome outcome) {
        return outcome.outcome() == Outcome.WITHIN;
    }
}
