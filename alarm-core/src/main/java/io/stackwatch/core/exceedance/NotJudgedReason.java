package io.stackwatch.core.exceedance;

/** Why an hour was not compared with a limit. */
public enum NotJudgedReason {
    /** Nothing had to be sent, and so nothing is judged; the detail names why. */
    NOT_DUE,
    /** The hour was due and has not been received. */
    NOT_RECEIVED,
    /** An equipment mark takes more of the hour than an hour can lose. */
    MARKED_EQUIPMENT,
    /** A check found an instrument of the hour out of control (失控); the detail names the check. */
    OUT_OF_CONTROL,
    /** A working-condition mark inside its allowance touches the hour. */
    MARKED_WORKING_CONDITION,
    /** The logger's hour flag is not usable. */
    FLAGGED,
    /** Fewer valid minutes than an hour needs. */
    TOO_FEW_VALID_MINUTES,
    /** No flag and too few minutes to know. */
    VALIDITY_UNKNOWN,
    /** No limit was in force. */
    NO_LIMIT_IN_FORCE,
    /** The figure is in a unit that the limit is not in. */
    UNIT_NOT_COMPARABLE,
    /** The hour has no oxygen, or none as a number. */
    OXYGEN_MISSING,
    /** The oxygen of the hour does not itself count. */
    OXYGEN_INVALID,
    /** The oxygen is so near to air's that conversion has no meaning. */
    OXYGEN_TOO_HIGH,
    /** The report holds no figure that can be compared. */
    VALUE_MISSING,
    /** The figure is below zero. */
    NEGATIVE_VALUE
}
