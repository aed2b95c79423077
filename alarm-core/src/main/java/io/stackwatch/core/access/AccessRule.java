package io.stackwatch.core.access;

import io.stackwatch.core.access.Access.Permitted;
import io.stackwatch.core.access.Access.Reason;
import io.stackwatch.core.access.Access.Refused;
import io.stackwatch.core.deadline.Role;
import io.stackwatch.core.enforcement.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who may use one operation. The decision is taken in steps, in this order: {@link #enter} before anything of the request is read,
 * {@link #named} and {@link #reach} when it is known whom it is about.
 *
 * @param operation its name in the contract
 * @param open whether everybody may, also unsigned
 * @param roles who may, if it is not open
 * @param about how its subject is found
 */
public record AccessRule(String operation, boolean open, Set<Role> roles, About about) {

    public AccessRule {
        roles = Set.copyOf(roles);
        if (open != roles.isEmpty()) {
            throw new IllegalArgumentException(operation + " is for everybody or for some roles, not " + roles);
        }
    }

    /**
     * Whether the caller may go on to say what he wants.
     *
     * @param mustChange whether his password is one that somebody else knows
     * @param guarded whether the method is safe, or the request carries the token of the session
     */
    public Access enter(Optional<Caller> caller, boolean mustChange, boolean guarded) {
        if (open) {
            return new Permitted(List.of());
        }
        if (caller.isEmpty()) {
            return new Refused(Reason.NOT_SIGNED_IN);
        }
        if (!guarded) {
            return new Refused(Reason.CSRF);
        }
        if (mustChange) {
            return new Refused(Reason.MUST_CHANGE_PASSWORD);
        }
        List<Grant> grants = caller.get().in(roles);
        return grants.isEmpty() ? new Refused(Reason.ROLE) : new Permitted(grants);
    }

    /** Whether everybody whom the request names as the one who acts is the caller. */
    public Access named(Caller caller, Collection<PersonId> acting) {
        return acting.stream().allMatch(caller.person()::equals)
                ? new Permitted(caller.in(roles))
                : new Refused(Reason.NOT_YOU);
    }

    /**
     * Whether the caller reaches what the request is about.
     *
     * @param subjects whom it is about, as far as that is known; one of them is enough
     */
    public Access reach(Caller caller, Collection<Subject> subjects) {
        List<Grant> grants = caller.in(roles).stream()
                .filter(grant -> about == About.NOTHING
                        || grant.cityWide()
                        || (about != About.CITY && subjects.stream().anyMatch(grant.reach()::covers)))
                .toList();
        return grants.isEmpty() ? new Refused(Reason.REACH) : new Permitted(grants);
    }
}
