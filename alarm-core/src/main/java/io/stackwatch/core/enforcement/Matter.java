package io.stackwatch.core.enforcement;

import io.stackwatch.core.limit.LimitSource;

/** What an article of law is about. */
public enum Matter {
    /** Discharge above an emission standard. */
    EXCEEDING_STANDARD,
    /** Discharge above the permitted concentration. */
    EXCEEDING_PERMIT,
    /** Discharge without a permit. */
    NO_PERMIT,
    /** Evasion of supervision. */
    EVASION,
    /** Facilities not run as permitted. */
    FACILITIES_NOT_RUN,
    /** Duties about automatic monitoring equipment. */
    MONITORING_DUTIES,
    /** Non-disclosure. */
    NON_DISCLOSURE,
    /** Obstructing an inspection. */
    OBSTRUCTION,
    /** Consecutive daily penalty. */
    DAILY_PENALTY,
    /** Which law applies to an act (从旧兼从轻). */
    APPLICABLE_LAW,
    /** How long an act may be punished. */
    LIMITATION_PERIOD,
    /** Order to correct (责令改正). */
    ORDER_TO_CORRECT,
    /** Restriction of production and suspension (限制生产、停产整治). */
    RESTRICTION_OR_SUSPENSION,
    /** Who is not suspended, for livelihood or public interest. */
    SUSPENSION_EXEMPTION,
    /** Closure by a government. */
    CLOSURE,
    /** Surcharge on an unpaid fine. */
    SURCHARGE,
    /** When a violation is not punished. */
    NO_PENALTY,
    /** Listed supervision of a county (挂牌督办). */
    LISTED_SUPERVISION,
    /** Interview of a county's heads (约谈). */
    INTERVIEW,
    /** No approval of projects of a county (区域限批). */
    APPROVAL_LIMIT;

    /** The matter of an exceedance of a limit from that source. */
    public static Matter ofExceeding(LimitSource source) {
        return source == LimitSource.PERMIT ? EXCEEDING_PERMIT : EXCEEDING_STANDARD;
    }
}
