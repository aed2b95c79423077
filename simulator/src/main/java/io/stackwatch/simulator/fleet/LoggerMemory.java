package io.stackwatch.simulator.fleet;

import io.stackwatch.simulator.logger.LoggerState;
import io.stackwatch.simulator.report.RequestNumbers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** What one logger is at the moment, and what time it believes it is. Lives in the fleet's context. */
final class LoggerMemory {

    private final Clock clock;
    private final ZoneId zone;
    private final RequestNumbers numbers;
    private LoggerState state;

    LoggerMemory(LoggerState first, Clock clock, ZoneId zone) {
        this.state = first;
        this.clock = clock;
        this.zone = zone;
        this.numbers = new RequestNumbers(zone);
    }

    LoggerState state() {
        return state;
    }

    void become(LoggerState next) {
        state = next;
    }

    /** True time. */
    Instant now() {
        return clock.instant();
    }

    /** What the logger's clock shows. */
    Instant shown() {
        return state.shown(now());
    }

    /** A request number that it has not used yet. */
    String nextNumber() {
        return numbers.next(shown());
    }

    ZoneId zone() {
        return zone;
    }
}
