package io.stackwatch.core.deadline;

/** In which part somebody acts in a case, or owes something by a deadline. Names are stored and never change. */
public enum Role {
    /** Enforcement officer (执法人员) with a certificate. */
    OFFICER,
    /** Examines data, or hosts a hearing (审核人员). */
    REVIEWER,
    /** Examines the law (法制审核人员; 行政处罚法 art. 58). */
    LEGAL_REVIEWER,
    /** Head of the authority (负责人), who approves and decides. */
    HEAD,
    /** Ecology department of a county (县级分局). */
    COUNTY,
    /** The enterprise that is concerned. */
    ENTERPRISE,
    /** Reads everything and changes nothing. */
    AUDITOR,
    /** Keeps accounts and settings; takes no part in a case. */
    ADMINISTRATOR,
    /** This program; it proposes, computes and reminds. */
    MACHINE
}
