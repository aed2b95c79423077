package io.stackwatch.core.alarm;

import io.stackwatch.core.evidence.EvidenceRef;
import io.stackwatch.core.measurement.FactorHour;
import java.time.Instant;
import java.util.List;

/**
 * An hour of which two accounts were compared, and what is known around it.
 *
 * @param hour which hour
 * @param alarms alarms of the type in question of the same outlet and factor: at least every active one, the nearest before and
 *     behind the hour, and the one whose key names this hour
 * @param agreesLater whether an hour behind this one has been compared and agrees
 * @param knownAt when it was found
 * @param evidence the journal records of both accounts
 * @param numbers both numbers, as a remark for people; may be empty text
 */
public record DeviationCase(
        FactorHour hour,
        List<Alarm> alarms,
        boolean agreesLater,
        Instant knownAt,
        List<EvidenceRef> evidence,
        String numbers) {

    public DeviationCase {
        alarms = List.copyOf(alarms);
        evidence = List.copyOf(evidence);
    }
}
