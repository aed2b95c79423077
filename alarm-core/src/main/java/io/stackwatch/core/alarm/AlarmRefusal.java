package io.stackwatch.core.alarm;

/** Why something does not happen to an alarm. */
public enum AlarmRefusal {
    /** There is no alarm yet to which it could happen. */
    NOT_BEGUN,
    /** It has begun before. */
    BEGUN_BEFORE,
    ALREADY_ACKNOWLEDGED,
    /** Its cause has ended before. */
    ALREADY_CLEARED,
    /** Its cause still holds. */
    STILL_ACTIVE,
    /** Its cause has ended, so nothing of it is to be put aside. */
    CAUSE_OVER,
    ALREADY_SHELVED,
    ALREADY_SUPPRESSED,
    ALREADY_OUT_OF_SERVICE,
    NOT_SHELVED,
    NOT_SUPPRESSED,
    NOT_OUT_OF_SERVICE,
    /** Nobody's name. */
    NAME_MISSING,
    /** Nothing that says why. */
    NOTE_MISSING,
    /** To whom it is assigned is not said. */
    ASSIGNEE_MISSING,
    /** Until when is not said. */
    END_MISSING,
    /** The end is not ahead. */
    END_NOT_AHEAD,
    /** The end is farther ahead than anybody may put an alarm aside. */
    END_TOO_FAR,
    /** Only a registered officer does it. */
    NOT_AN_OFFICER,
    /** It is not a person's to do. */
    NOT_A_PERSONS_ACT
}
