package io.stackwatch.gateway.counting;

import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.transmission.Circumstance;
import io.stackwatch.gateway.records.DayCountRecords;
import io.stackwatch.gateway.records.DirtyDayRecords;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * Which outlets' counters of days do not stand for an instant of the past: those with a day that waits or was counted later, and
 * those of which something was filed, accepted or withdrawn later. All others are as they were then, and need not be counted again.
 * Stateless.
 */
final class ChangedOutlets {

    private ChangedOutlets() {}

    /**
     * Those among some outlets. Asked behind reading the counters: what changed meanwhile is then among them.
     *
     * @param instant what became known later changes an outlet
     */
    static Set<OutletId> since(
            Handle handle,
            Collection<OutletId> outlets,
            YearMonth month,
            Instant instant,
            Circumstances circumstances) {
        LocalDate first = month.atDay(1);
        boolean lookedThrough = DirtyDayRecords.lookedUntil(handle)
                .filter(until -> until.isAfter(month.atEndOfMonth()))
                .isPresent();
        if (!lookedThrough) {
            return new TreeSet<>(outlets);
        }
        Set<OutletId> changed = new TreeSet<>(DirtyDayRecords.outlets(handle, first, month.atEndOfMonth()));
        changed.addAll(DayCountRecords.countedAfter(handle, first, month.atEndOfMonth(), instant));
        Window whole = new Window(
                first.atStartOfDay(LegalTime.ZONE).toInstant(),
                month.plusMonths(1).atDay(1).atStartOfDay(LegalTime.ZONE).toInstant());
        for (OutletId outlet : outlets) {
            if (!changed.contains(outlet)
                    && circumstances.of(handle, outlet, whole).stream()
                            .anyMatch(held -> becameKnownOrUnknown(held.circumstance(), instant))) {
                changed.add(outlet);
            }
        }
        changed.retainAll(outlets);
        return changed;
    }

    private static boolean becameKnownOrUnknown(Circumstance circumstance, Instant after) {
        return circumstance.known().from().isAfter(after)
                || circumstance
                        .known()
                        .until()
                        .filter(until -> until.isAfter(after))
                        .isPresent();
    }
}
