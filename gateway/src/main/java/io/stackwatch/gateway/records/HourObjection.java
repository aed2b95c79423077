package io.stackwatch.gateway.records;

import io.stackwatch.core.measurement.FactorHour;

/**
 * An objection of the enterprise as the hour carries it. It changes no verdict: what follows, an officer does.
 *
 * @param hour the hour of one factor that it is to
 * @param objection who objected, when and why, in which case, and what was answered
 */
public record HourObjection(FactorHour hour, CaseObjectionRecords.Objection objection) {

    /** Where the objection stands. */
    public State state() {
        return objection
                .answer()
                .map(answer -> answer.upheld() ? State.UPHELD : State.DISMISSED)
                .orElse(State.OPEN);
    }

    /** Where an objection stands. Names are shown and never change. */
    public enum State {
        /** Nobody has answered. */
        OPEN,
        /** The enterprise is right. */
        UPHELD,
        /** It is not. */
        DISMISSED
    }
}
