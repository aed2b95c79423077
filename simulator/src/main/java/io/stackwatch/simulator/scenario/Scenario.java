package io.stackwatch.simulator.scenario;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * A fleet as a scenario file describes it, with all times resolved.
 *
 * @param title what it shows, in a line
 * @param zone whose hours and days the loggers report
 * @param start the instant at which the loggers are switched on
 * @param scale how many seconds pass in a second
 * @param loggers who takes part
 */
public record Scenario(String title, ZoneId zone, Instant start, double scale, List<LoggerPlan> loggers) {

    public Scenario {
        loggers = List.copyOf(loggers);
    }

    /** The same with another scale. */
    public Scenario withScale(double other) {
        return new Scenario(title, zone, start, other, loggers);
    }
}
