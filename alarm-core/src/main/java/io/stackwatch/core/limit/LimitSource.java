package io.stackwatch.core.limit;

/** Where a limit stands, in order of precedence; only policy targets have no force of law. */
public enum LimitSource {
    /** Permitted concentration of the discharge permit (许可排放浓度限值). */
    PERMIT,
    /** Standard of the province (DB37). */
    LOCAL_STANDARD,
    /** Special limit of a national standard (特别排放限值). */
    NATIONAL_SPECIAL,
    /** National standard. */
    NATIONAL,
    /** Target of a policy, such as ultra-low emission (超低排放); never a ground for a sanction. */
    POLICY_TARGET;

    /** Whether an exceedance of it may lead to a case. */
    public boolean enforceable() {
        return this != POLICY_TARGET;
    }
}
