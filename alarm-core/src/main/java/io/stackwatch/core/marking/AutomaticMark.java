package io.stackwatch.core.marking;

import io.stackwatch.core.measurement.DataFlag;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.OutletId;
import java.time.Duration;

/**
 * A mark that follows from the logger's own data marks; every mark that an enterprise filed outranks it.
 *
 * @param outlet where
 * @param factor of what
 * @param kind which kind of equipment mark
 * @param span for which time
 * @param flag the data mark that lasted
 */
public record AutomaticMark(OutletId outlet, FactorCode factor, MarkCode kind, Window span, DataFlag flag) {

    /** Whether it speaks of any part of an hour. */
    public boolean touches(FactorHour hour) {
        return outlet.equals(hour.outlet())
                && factor.equals(hour.factor())
                && span.overlap(hour.window()).compareTo(Duration.ZERO) > 0;
    }

    /** A name that is equal exactly for equal marks. */
    public String id() {
        return "automatic:" + outlet + ":" + factor + ":" + flag + ":" + span.start();
    }
}
