package io.stackwatch.core.integrity;

import io.stackwatch.core.exceedance.RuleParameter;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.OutletId;
import java.util.List;

/**
 * That reported values look as if they were not measured, with everything that is needed to see why. It raises a question and
 * proves nothing: what it means is found out and decided by a named officer.
 *
 * @param detector name of the detector
 * @param outlet which outlet
 * @param factor which factor, or all together
 * @param window what stretch of time
 * @param values the figures that it rests on, in the order of time; empty where it rests on clocks or acts alone
 * @param words the reason, with its figures
 * @param parameters the rows that were used
 */
public record Suspicion(
        String detector,
        OutletId outlet,
        FactorCode factor,
        Window window,
        List<Shown> values,
        String words,
        List<RuleParameter> parameters) {

    public Suspicion {
        values = List.copyOf(values);
        parameters = List.copyOf(parameters);
    }
}
