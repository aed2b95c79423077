package io.stackwatch.core.enforcement;

import io.stackwatch.core.deadline.MarkingWindow;
import io.stackwatch.core.exceedance.JudgedHour;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.CemsDuty;
import io.stackwatch.core.registry.OutletId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known when it is asked whether a day's exceedances are a candidate case.
 *
 * @param outlet where
 * @param factor of what
 * @param window the marking window of the day
 * @param hours the latest version of every hour of that day that has one
 * @param duty why the outlet must have a CEMS, if a ground is registered
 * @param alreadyOpen whether the day's case has been opened before
 * @param now the moment
 */
public record CaseQuestion(
        OutletId outlet,
        FactorCode factor,
        MarkingWindow window,
        List<JudgedHour> hours,
        Optional<CemsDuty> duty,
        boolean alreadyOpen,
        Instant now) {

    public CaseQuestion {
        hours = List.copyOf(hours);
        for (JudgedHour hour : hours) {
            if (!hour.hour().outlet().equals(outlet) || !hour.hour().factor().equals(factor)) {
                throw new IllegalArgumentException("hour of another outlet or factor: " + hour.hour());
            }
        }
    }
}
