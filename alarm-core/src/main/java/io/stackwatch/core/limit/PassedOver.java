package io.stackwatch.core.limit;

/**
 * A limit that covers the outlet and the factor but was not used.
 *
 * @param limit which
 * @param why why not
 */
public record PassedOver(Limit limit, Reason why) {

    /** Why a limit was not used. */
    public enum Reason {
        /** Another source comes first. */
        LOWER_PRECEDENCE,
        /** Warning: a local standard is stricter than the permit that comes first; an officer should look. */
        STRICTER_LOCAL_STANDARD,
        /** Same source, but another one is stricter. */
        LESS_STRICT,
        /** Not in force at the instant. */
        NOT_IN_FORCE_THEN,
        /** A target of policy has no force of law. */
        POLICY_TARGET
    }
}
