package io.stackwatch.gateway.records;

import io.stackwatch.core.measurement.FactorHour;
import java.util.List;

/**
 * What is missing of an outlet, and what was tried.
 *
 * @param missing hours of factors, in order of time
 * @param requests requests that touch the period, oldest first
 */
public record OutletGaps(List<FactorHour> missing, List<GapRequest> requests) {

    public OutletGaps {
        missing = List.copyOf(missing);
        requests = List.copyOf(requests);
    }
}
