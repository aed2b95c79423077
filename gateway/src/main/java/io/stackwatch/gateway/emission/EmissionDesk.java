package io.stackwatch.gateway.emission;

import io.stackwatch.core.emission.TotalDecision;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.OutletId;
import java.util.List;
import java.util.Optional;

/**
 * Where one asks how much was let out. Safe for use by several threads; every call may block on the store, so never on an
 * event loop.
 */
public interface EmissionDesk {

    /** Totals over a period; empty if nothing of that scope is registered. */
    Optional<EmissionFile> totals(EmissionScope scope, EmissionPeriod period, EmissionPeriod.Split split);

    /** The hours of an outlet and factor that start in a period, as they count in totals, in order of time. */
    List<EmissionHour> hours(OutletId outlet, FactorCode factor, Window period);

    /** Permitted totals of an enterprise whose stretch of days has begun, and what has been used up of each so far. */
    List<TotalDecision> permitted(EnterpriseId enterprise);

    /** A desk that knows of nothing. */
    static EmissionDesk none() {
        return new NoEmissions();
    }
}
