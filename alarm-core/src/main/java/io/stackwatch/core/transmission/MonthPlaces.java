package io.stackwatch.core.transmission;

import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.registry.Enterprise;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.Outlet;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.core.registry.RegionHistory;
import io.stackwatch.core.registry.Registry;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where everything of a month lies: where it lay at the end of the month, and what ended before where it lay last. Immutable; safe
 * to share.
 */
public final class MonthPlaces {

    private final Registry registry;
    private final RegionHistory regions;
    private final YearMonth month;

    public MonthPlaces(Registry registry, YearMonth month) {
        this.registry = registry;
        this.regions = RegionHistory.of(registry.rows().regions());
        this.month = month;
    }

    /** An outlet as it was; empty if it was registered at no time of the month. */
    public Optional<Outlet> outlet(OutletId id) {
        return last(instant -> registry.outletAt(id, instant));
    }

    /** An enterprise as it was; empty likewise. */
    public Optional<Enterprise> enterprise(EnterpriseId id) {
        return last(instant -> registry.enterpriseAt(id, instant));
    }

    /** The county of an enterprise, under the code that it had at the end of the month; empty if the enterprise was not registered. */
    public Optional<RegionCode> county(EnterpriseId id) {
        return enterprise(id).map(Enterprise::region).map(code -> regions.codeAt(code, lastInstant()));
    }

    /** The last instant of the month. */
    Instant lastInstant() {
        return month.plusMonths(1)
                .atDay(1)
                .atStartOfDay(LegalTime.ZONE)
                .toInstant()
                .minusNanos(1);
    }

    /** What held at the end of the month, or else at the start of the last day of it on which something held. */
    private <T> Optional<T> last(Function<Instant, Optional<T>> at) {
        Optional<T> found = at.apply(lastInstant());
        for (int day = month.lengthOfMonth(); found.isEmpty() && day >= 1; day--) {
            Instant start = month.atDay(day).atStartOfDay(LegalTime.ZONE).toInstant();
            found = at.apply(start);
        }
        return found;
    }
}
