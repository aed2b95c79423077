package io.stackwatch.core.measurement;

import io.stackwatch.core.evidence.EvidenceRef;
import java.time.Instant;
import java.util.Optional;

/**
 * What a logger said about one hour of one factor (HJ 212 command 2061), in one version.
 *
 * @param hour of which outlet, factor and hour
 * @param avg arithmetic mean as measured, if sent
 * @param zsAvg mean converted to the reference oxygen content (折算) by the logger, if sent
 * @param unit what both count
 * @param flag the logger's mark, if sent
 * @param delivery whether it came in its time
 * @param arrivedAt when we knew it
 * @param evidence the journal record it stands in
 */
public record HourReport(
        FactorHour hour,
        Optional<ReportedNumber> avg,
        Optional<ReportedNumber> zsAvg,
        Unit unit,
        Optional<DataFlag> flag,
        Delivery delivery,
        Instant arrivedAt,
        EvidenceRef evidence) {

    /** Whether another report says the same, whenever and however it came: then it is no new version. */
    public boolean saysTheSameAs(HourReport other) {
        return hour.equals(other.hour)
                && avg.equals(other.avg)
                && zsAvg.equals(other.zsAvg)
                && unit.equals(other.unit)
                && flag.equals(other.flag);
    }
}
