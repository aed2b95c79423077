package io.stackwatch.core.alarm;

import io.stackwatch.core.evidence.EvidenceRef;
import io.stackwatch.core.measurement.FactorHour;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An hour that was found missing, or that came, and what is known around it.
 *
 * @param hour which hour
 * @param alarms alarms of type DATA_MISS of the same outlet and factor: at least every active one, the nearest before and
 *     behind the hour, and the one whose key names this hour
 * @param latestReceived the latest hour of the factor that has been received, if any
 * @param knownAt when it was found
 * @param evidence the journal records that it rests on; empty for an absence
 */
public record MissingDataCase(
        FactorHour hour,
        List<Alarm> alarms,
        Optional<Instant> latestReceived,
        Instant knownAt,
        List<EvidenceRef> evidence) {

    public MissingDataCase {
        alarms = List.copyOf(alarms);
        evidence = List.copyOf(evidence);
    }
}
