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
    ACKNOWLEDGED,
    /** It was made somebody's business. */
    ASSIGNED,
    /** A person put it aside until an end. */
    SHELVED,
    /** It was put back, by a person or by its end. */
    UNSHELVED,
    /** Something with a name explains it. */
    SUPPRESSED,
    /** What explained it is over. */
    UNSUPPRESSED,
    /** A named officer took it out of service. */
    TAKEN_OUT_OF_SERVICE,
    /** A named officer put it back into service. */
    RETURNED_TO_SERVICE
}
