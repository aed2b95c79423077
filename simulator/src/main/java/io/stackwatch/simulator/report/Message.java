package io.stackwatch.simulator.report;

import java.time.Instant;

/**
 * What is to be said, without request number.
 *
 * @param command which upload
 * @param dataTime the instant, or the start of the span, that it speaks of
 * @param answerWanted whether the Flag asks for an answer
 * @param backlog whether it comes late, out of the store
 */
public record Message(Command command, Instant dataTime, boolean answerWanted, boolean backlog) {}
