package io.stackwatch.core.access;

import io.stackwatch.core.deadline.Role;
import io.stackwatch.core.enforcement.PersonId;
import java.util.Collection;
import java.util.List;

/**
 * Who asks.
 *
 * @param person who signed in
 * @param grants what he may do; empty for somebody who is registered for nothing now
 */
public record Caller(PersonId person, List<Grant> grants) {

    public Caller {
        grants = List.copyOf(grants);
    }

    /** His grants in some roles. */
    public List<Grant> in(Collection<Role> roles) {
        return grants.stream().filter(grant -> roles.contains(grant.role())).toList();
    }
}
