package io.stackwatch.gateway.casework;

import io.stackwatch.core.deadline.Role;
import io.stackwatch.core.enforcement.PersonId;

/**
 * Somebody as a request names him; whether he may is in the register of persons.
 *
 * @param id who
 * @param role as what
 */
public record Who(PersonId id, Role role) {

    @Override
    public String toString() {
        return id + " as " + role;
    }
}
