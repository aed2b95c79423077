package io.stackwatch.simulator.deceit;

import java.time.Instant;

/**
 * What is true of a stretch of a month.
 *
 * @param deceit what is done in it
 * @param from first instant
 * @param to first instant after it
 */
public record Label(Deceit deceit, Instant from, Instant to) {}
