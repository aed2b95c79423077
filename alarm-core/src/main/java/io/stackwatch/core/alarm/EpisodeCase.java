package io.stackwatch.core.alarm;

import io.stackwatch.core.evidence.EvidenceRef;
import io.stackwatch.core.exceedance.HourOutcome;
import io.stackwatch.core.measurement.FactorHour;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An hour's new verdict, and what is known around it.
 *
 * @param hour which hour
 * @param now its outcome now
 * @param before its outcome before, if it had one
 * @param alarms alarms of type EX_H of the same outlet and factor: at least the one that spans the hour, the nearest before
 *     and the nearest behind it, and the one whose key names this hour, whatever their state
 * @param neighbours latest outcomes of the other judged hours, at least from the first hour of the first of these
 *     alarms to the first judged hour behind the last; hours that were not judged may be left out
 * @param knownAt when the verdict was found
 * @param evidence the journal records that the verdict rests on
 */
public record EpisodeCase(
        FactorHour hour,
        HourOutcome now,
        Optional<HourOutcome> before,
        List<Alarm> alarms,
        List<HourOutcome> neighbours,
        Instant knownAt,
        List<EvidenceRef> evidence) {

    public EpisodeCase {
        if (!now.hour().equals(hour.start())) {
            throw new IllegalArgumentException("outcome of another hour: " + now.hour() + " for " + hour);
        }
        alarms = List.copyOf(alarms);
        neighbours = List.copyOf(neighbours);
        evidence = List.copyOf(evidence);
    }
}
