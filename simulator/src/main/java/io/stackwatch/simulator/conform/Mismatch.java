package io.stackwatch.simulator.conform;

/**
 * What a step demanded and what it saw instead.
 *
 * @param expected the demand in words
 * @param seen what was there
 */
record Mismatch(String expected, String seen) {}
