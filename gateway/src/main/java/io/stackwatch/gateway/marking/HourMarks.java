package io.stackwatch.gateway.marking;

import io.stackwatch.core.marking.Exemption;
import io.stackwatch.core.marking.MarkAnswer;
import io.stackwatch.core.marking.OwnOutage;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.transmission.Due;
import io.stackwatch.gateway.records.VerdictRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What decided an hour of an outlet.
 *
 * @param outlet where
 * @param hour start of the hour
 * @param factors each factor on the outlet's list
 * @param exemptions grants that touch the hour
 * @param outages our own outages that touch it
 */
public record HourMarks(
        OutletId outlet, Instant hour, List<OfFactor> factors, List<Exemption> exemptions, List<OwnOutage> outages) {

    public HourMarks {
        factors = List.copyOf(factors);
        exemptions = List.copyOf(exemptions);
        outages = List.copyOf(outages);
    }

    /**
     * One factor.
     *
     * @param factor which
     * @param due whether the hour had to be sent
     * @param answer which mark counts, and every other that touches the hour
     * @param verdict the latest verdict, if there is one
     */
    public record OfFactor(FactorCode factor, Due due, MarkAnswer answer, Optional<VerdictRow> verdict) {}
}
