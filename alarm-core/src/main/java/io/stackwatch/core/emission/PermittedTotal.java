package io.stackwatch.core.emission;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.Verification;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How much of a factor a permit allows over a stretch of days, a year as a rule (许可排放量).
 *
 * @param enterprise whose
 * @param outlet of one outlet; empty for all outlets of the enterprise together
 * @param factor of what
 * @param firstDay first legal day of the stretch
 * @param lastDay last legal day, which is included
 * @param allowed how much
 * @param document the permit with its number
 * @param mark how far the row has been checked
 */
public record PermittedTotal(
        EnterpriseId enterprise,
        Optional<OutletId> outlet,
        FactorCode factor,
        LocalDate firstDay,
        LocalDate lastDay,
        Mass allowed,
        String document,
        Verification mark) {

    public PermittedTotal {
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException("ends on " + lastDay + ", before its first day " + firstDay);
        }
        if (allowed.milligrams() == 0) {
            throw new IllegalArgumentException("a permitted total is above 0: " + document);
        }
    }

    /** Whether both speak of the same and of a common day. */
    public boolean overlaps(PermittedTotal other) {
        return enterprise.equals(other.enterprise)
                && outlet.equals(other.outlet)
                && factor.equals(other.factor)
                && !firstDay.isAfter(other.lastDay)
                && !other.firstDay.isAfter(lastDay);
    }
}
