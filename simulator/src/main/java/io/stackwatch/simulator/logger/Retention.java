package io.stackwatch.simulator.logger;

import io.stackwatch.simulator.report.Command;
import java.time.Duration;

/** How long a logger keeps its records: minutes (and power figures), hours, days. */
public record Retention(Duration minutes, Duration hours, Duration days) {

    public Retention {
        if (minutes.isNegative() || hours.isNegative() || days.isNegative()) {
            throw new IllegalArgumentException("a negative retention: " + minutes + ", " + hours + ", " + days);
        }
    }

    /** A day of minutes, a week of hours, a month of days. */
    public static Retention defaults() {
        return new Retention(Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(31));
    }

    Duration of(Command command) {
        return switch (command) {
            case MINUTE, POWER, CONDITIONS, REALTIME, FACILITY_STATE, RESTART -> minutes;
            case HOUR, CYCLE -> hours;
            case DAY, FACILITY_TIME, STANDARD_CHECK -> days;
        };
    }
}
