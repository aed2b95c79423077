package io.stackwatch.connectors.hj212.exchange;

/** Whose turn comes first at a station. */
public enum Priority {
    /** An officer's order. */
    OFFICER,
    /** What the machine wants to know: clocks, gaps. */
    MACHINE
}
