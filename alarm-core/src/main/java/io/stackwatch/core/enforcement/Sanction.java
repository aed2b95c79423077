package io.stackwatch.core.enforcement;

/** What an article lets an authority do. Names are stored and never change. */
public enum Sanction {
    /** Order to correct (责令改正). */
    CORRECTION,
    /** Fine (罚款). */
    FINE,
    /** Restriction of production (限制生产), which may be ordered. */
    RESTRICTION,
    /** Suspension for rectification (停产整治), which may be ordered. */
    SUSPENSION,
    /** Restriction or suspension that must be ordered. */
    MANDATORY_SUSPENSION,
    /** Daily penalty (按日连续处罚). */
    DAILY_PENALTY,
    /** Surcharge on an unpaid fine (加处罚款). */
    SURCHARGE,
    /** Revocation of the permit (吊销排污许可证). */
    REVOCATION,
    /** Closure, with the approval of a government (责令停业、关闭). */
    CLOSURE,
    /** Detention by the police (行政拘留). */
    DETENTION,
    /** Fine of responsible persons. */
    PERSONAL_FINE,
    /** Publication by the authority. */
    PUBLICATION,
    /** Listed supervision of a county (挂牌督办). */
    LISTING,
    /** Interview of a county's heads (约谈). */
    INTERVIEW,
    /** No approval of projects with new emissions (区域限批). */
    APPROVAL_LIMIT
}
