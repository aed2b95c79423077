package io.stackwatch.simulator.deceit;

import java.time.Instant;

/**
 * A live frame.
 *
 * @param said when it was sent by the logger's clock
 * @param arrived when it was there
 */
public record ClockRow(Instant said, Instant arrived) {}
