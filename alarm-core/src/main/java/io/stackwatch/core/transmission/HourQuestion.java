package io.stackwatch.core.transmission;

import io.stackwatch.core.measurement.FactorHour;
import java.util.List;

/**
 * All that is known of an hour of a factor when it is counted, whenever it became known; the cut-off is applied by the rule.
 *
 * @param hour which hour
 * @param due whether it had to be sent, by registry and lists
 * @param versions what was received of it, in any order
 * @param circumstances what held for the outlet or the factor; those that do not touch the hour are passed over
 * @param range what the instrument can measure
 */
public record HourQuestion(
        FactorHour hour, Due due, List<ReceivedHour> versions, List<Circumstance> circumstances, MeasuringRange range) {

    public HourQuestion {
        versions = List.copyOf(versions);
        circumstances = List.copyOf(circumstances);
    }
}
