package io.stackwatch.core.deadline;

/** Where a deadline stands. Names are stored and never change. */
public enum DeadlineState {
    /** Not yet handled. */
    PENDING,
    /** Handled; its outcome is kept. */
    DONE,
    /** Could not be handled and was put aside for a person to look at. */
    PARKED
}
