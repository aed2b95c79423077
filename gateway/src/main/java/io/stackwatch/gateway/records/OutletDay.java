package io.stackwatch.gateway.records;

import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.OutletId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** One legal day of an outlet, all its factors: what is counted together. */
public record OutletDay(OutletId outlet, LocalDate day) {

    /** The outlet's day that a factor's hour belongs to. */
    public static OutletDay of(FactorHour hour) {
        return new OutletDay(hour.outlet(), hour.start().atZone(LegalTime.ZONE).toLocalDate());
    }

    /** The days of an outlet from an instant to another, both with their days; none if the other is earlier. */
    public static List<OutletDay> between(OutletId outlet, Instant from, Instant until) {
        LocalDate first = from.atZone(LegalTime.ZONE).toLocalDate();
        LocalDate last = until.atZone(LegalTime.ZONE).toLocalDate();
        return last.isBefore(first)
                ? List.of()
                : first.datesUntil(last.plusDays(1))
                        .map(day -> new OutletDay(outlet, day))
                        .toList();
    }

    /** From its first instant to the first of the next. */
    public Window window() {
        return Window.day(day, LegalTime.ZONE);
    }
}
