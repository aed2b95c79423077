package io.stackwatch.core.alarm;

/** What can happen to an alarm. Names are stored and never change. */
public enum AlarmEventKind {
    /** It began. */
    RAISED,
    /** Another hour belongs to it. */
    CONTINUED,
    /** An hour before its first belongs to it, by back-fill. */
    GREW_BACK,
    /** It became graver. */
    LEVEL_ROSE,
    /** An hour inside it was reported or judged anew. */
    HOUR_REVISED,
    /** Its cause ended. */
    CLEARED,
    /** Its cause holds again. */
    REOPENED,
    /** A named person has seen it. */
    ACKNOWLEDGED
}
