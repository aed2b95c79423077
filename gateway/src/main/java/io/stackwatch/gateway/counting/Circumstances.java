package io.stackwatch.gateway.counting;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.transmission.Circumstance;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What other desks know that changes how hours are counted: stops, exemptions, marks, losses of control, own outages.
 * Whoever changes an answer marks the days concerned ({@code DirtyDayRecords}) in the same transaction.
 */
public interface Circumstances {

    /** Nothing but the registry is known. */
    Circumstances NONE = (handle, outlet, period) -> List.of();

    /** What touches a period of an outlet, of all its factors; also what is known no more, with when it was. */
    List<Held> of(Handle handle, OutletId outlet, Window period);

    /**
     * What held.
     *
     * @param factor of which factor; empty if of all
     */
    record Held(Optional<FactorCode> factor, Circumstance circumstance) {}
}
