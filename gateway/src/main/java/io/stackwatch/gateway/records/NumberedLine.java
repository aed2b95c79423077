package io.stackwatch.gateway.records;

import io.stackwatch.core.supervision.FigureLine;

/**
 * A line of the figures of a month with its place in their order.
 *
 * @param number 0 for the city
 */
public record NumberedLine(int number, FigureLine line) {}
