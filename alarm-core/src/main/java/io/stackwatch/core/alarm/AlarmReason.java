package io.stackwatch.core.alarm;

/** Why something happened to an alarm. Names are stored and never change. */
public enum AlarmReason {
    /** An hour exceeds its limit. */
    EXCEEDS,
    /** The next judged hour is within its limit. */
    WITHIN,
    /** The hour or hours that exceeded no longer do, by revised data. */
    REVISED,
    /** An hour that had been judged no longer can be. */
    NOT_JUDGED,
    /** The hour that ended it no longer does. */
    END_WITHDRAWN,
    /** A due hour was not received in time. */
    DATA_MISSING,
    /** Data came. */
    DATA_RECEIVED,
    /** An hour between two alarms made them one; the earlier goes on. */
    JOINED_TO_EARLIER,
    /** Two accounts of an hour are too far apart. */
    DEVIATES,
    /** Two accounts of an hour agree. */
    AGREES,
    /** A rate is below its threshold. */
    RATE_BELOW,
    /** A rate is at or above its threshold again. */
    RATE_RECOVERED,
    /** A person acted. */
    OFFICER
}
