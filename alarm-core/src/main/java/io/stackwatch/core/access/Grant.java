package io.stackwatch.core.access;

import io.stackwatch.core.deadline.Role;

/**
 * What somebody may do, and how far.
 *
 * @param role never the machine's
 * @param reach of an enterprise's person its enterprise, of a county's its division
 */
public record Grant(Role role, Reach reach) {

    public Grant {
        boolean firm = reach instanceof Reach.Firm;
        if (role == Role.MACHINE
                || (role == Role.ENTERPRISE) != firm
                || (role == Role.COUNTY && !(reach instanceof Reach.Division))) {
            throw new IllegalArgumentException(role + " cannot reach " + reach);
        }
    }

    /** Whether it reaches everything. */
    public boolean cityWide() {
        return reach instanceof Reach.City;
    }
}
