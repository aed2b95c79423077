package io.stackwatch.gateway.records;

import io.stackwatch.core.emission.HourEmission;
import io.stackwatch.core.evidence.EvidenceRef;
import io.stackwatch.core.measurement.FactorHour;
import java.time.Instant;
import java.util.List;

/**
 * One version of an hour's mass as the instruments gave it.
 *
 * @param hour which hour
 * @param version from 1, without holes
 * @param emission measured or absent, never substituted
 * @param knownAt when it was found
 * @param evidence journal records that it rests on
 */
public record EmissionHourRow(
        FactorHour hour, int version, HourEmission emission, Instant knownAt, List<EvidenceRef> evidence) {

    public EmissionHourRow {
        evidence = List.copyOf(evidence);
    }

    /** Whether another row says the same on the same ground, whenever it was found: then it is no new version. */
    public boolean saysTheSameAs(EmissionHourRow other) {
        return hour.equals(other.hour) && emission.equals(other.emission) && evidence.equals(other.evidence);
    }
}
