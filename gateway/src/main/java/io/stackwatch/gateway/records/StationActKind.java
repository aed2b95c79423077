package io.stackwatch.gateway.records;

/** What was done to a station. */
public enum StationActKind {
    /** A key was entered or renewed. */
    KEY_ENTERED,
    /** It was let in: registered, or its profile changed so that its frames are accepted. */
    ADMITTED,
    /** An entry of the quarantine was put aside. */
    DISMISSED
}
