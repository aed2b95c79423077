package io.stackwatch.simulator.report;

/**
 * A data segment, ready to be put between length and checksum.
 *
 * @param qn its request number
 * @param text from {@code QN=} to the last {@code &}
 * @param answerWanted whether its Flag asks for an answer
 */
public record Segment(String qn, String text, boolean answerWanted) {}
