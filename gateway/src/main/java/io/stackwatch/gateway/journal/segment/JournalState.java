package io.stackwatch.gateway.journal.segment;

/** Whether a journal takes what is appended. */
public enum JournalState {
    /** It does. */
    ACCEPTING,
    /** It refuses until there is room on the disk again. */
    DISK_FULL,
    /** It refuses until the disk works again. */
    DISK_FAULT,
    /** It was closed. */
    CLOSED
}
