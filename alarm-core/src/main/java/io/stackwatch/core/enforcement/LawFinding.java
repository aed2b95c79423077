package io.stackwatch.core.enforcement;

/** What an officer must see in a comparison of laws. Names are stored and never change. */
public enum LawFinding {
    /** The article at the violation, or its dates, has not been checked against the official text. */
    OLD_NOT_VERIFIED,
    /** The article at the decision, or its dates, has not been checked against the official text. */
    NEW_NOT_VERIFIED,
    /** The act began under one law and ended under another; it is judged as of its end, which legal review confirms. */
    CONTINUES_ACROSS_A_CHANGE
}
