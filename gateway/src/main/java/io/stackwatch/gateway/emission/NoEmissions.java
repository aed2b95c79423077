package io.stackwatch.gateway.emission;

import io.stackwatch.core.emission.TotalDecision;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.OutletId;
import java.util.List;
import java.util.Optional;

/** A desk that knows of nothing. */
final class NoEmissions implements EmissionDesk {

    @Override
    public Optional<EmissionFile> totals(EmissionScope scope, EmissionPeriod period, EmissionPeriod.Split split) {
        return Optional.empty();
    }

    @Override
    public List<EmissionHour> hours(OutletId outlet, FactorCode factor, Window period) {
        return List.of();
    }

    @Override
    public List<TotalDecision> permitted(EnterpriseId enterprise) {
        return List.of();
    }
}
