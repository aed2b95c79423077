package io.stackwatch.gateway.records;

import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.OutletId;
import java.time.LocalDate;

/** One legal day of an outlet, all its factors: what is counted together. */
public record OutletDay(OutletId outlet, LocalDate day) {

    /** The outlet's day that a factor's hour belongs to. */
    public static OutletDay of(FactorHour hour) {
        return new OutletDay(hour.outlet(), hour.start().atZone(LegalTime.ZONE).toLocalDate());
    }

    /** From its first instant to the first of the next. */
    public Window window() {
        return Window.day(day, LegalTime.ZONE);
    }
}
