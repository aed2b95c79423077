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
    /** Nothing of the period can change any more: what the alarm says of it stays. */
    PERIOD_CLOSED,
    /** A total has come near to or up to what is permitted. */
    TOTAL_REACHES,
    /** By revised figures or another permit a total is below the warning. */
    TOTAL_BELOW,
    /** The permit with the total is not registered any more. */
    PERMIT_GONE,
    /** A mark that was filed late waits for an officer. */
    LATE_MARK_WAITS,
    /** No late mark waits any more: decided, or another version was filed. */
    LATE_MARK_SETTLED,
    /** Marks that count say that a working condition lasts longer than its industry is allowed. */
    MARKED_BEYOND,
    /** They do not say so any more. */
    MARKED_WITHIN,
    /** An hour that was missing, or everything that a rate is made of, is not due any more: accepted stop, exemption, own outage. */
    NOT_DUE,
    /** Figures of a stopped outlet say that it is running. */
    EMISSION_UNDER_STOP,
    /** Figures of a stopped outlet say that it is stopped. */
    NO_EMISSION,
    /** A person acted. */
    OFFICER,
    /** Hours of a factor look wrong to a detector. */
    LOOKS_WRONG,
    /** The newest hour does not. */
    LOOKS_RIGHT,
    /** Nothing is heard of a station. */
    NOT_HEARD,
    /** Something is. */
    HEARD_AGAIN,
    /** The time for which it was put aside is over. */
    SHELF_ENDED,
    /** Another alarm is its cause. */
    INHIBITED,
    /** A filed mark is its cause. */
    MARK_FILED,
    /** What explained it does not hold any more. */
    CAUSE_GONE,
    /** Figures of a running hour are near its limit or above it. */
    NEAR_LIMIT,
    /** Nothing that can come makes the running hour comply. */
    CANNOT_COMPLY,
    /** Figures of a running hour are well below its limit. */
    AWAY_FROM_LIMIT,
    /** The hour that was running is over. */
    HOUR_OVER,
    /** Nothing is known any more that it could rest on. */
    NOTHING_KNOWN
}
