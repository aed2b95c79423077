package io.stackwatch.simulator.report;

import java.time.Instant;

/**
 * Something that a logger can say of an instant or a span; made into frames only when its turn comes.
 *
 * @param command what kind of thing
 * @param dataTime the instant, or the start of the span, on the logger's clock
 */
public record Report(Command command, Instant dataTime) {}
