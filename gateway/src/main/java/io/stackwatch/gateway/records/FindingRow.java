package io.stackwatch.gateway.records;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Window;
import java.util.List;

/**
 * What a detector of windows found in a day of an outlet.
 *
 * @param detector its name
 * @param factor of which factor, or all together
 * @param window what stretch of time it is about
 * @param words the reason, with its figures
 * @param figures the newest of the figures that it rests on: outlet, factor, hour, value, journal record, separated by tabs
 * @param figureCount how many there were
 * @param parameters the rows that were used, name=value
 * @param alarm id of the alarm about the matter
 */
public record FindingRow(
        String detector,
        FactorCode factor,
        Window window,
        String words,
        List<String> figures,
        int figureCount,
        List<String> parameters,
        String alarm) {

    public FindingRow {
        figures = List.copyOf(figures);
        parameters = List.copyOf(parameters);
    }
}
