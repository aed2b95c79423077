package io.stackwatch.core.enforcement;

import io.stackwatch.core.deadline.Role;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.RegionCode;
import java.util.Optional;

/**
 * Who acts, and as what.
 *
 * @param id who
 * @param role as what
 * @param region the county whose cases he may act in; empty: the whole city
 * @param enterprise for whom, if he acts for an enterprise
 * @param certified whether he holds a certificate of enforcement (执法证)
 */
public record Actor(
        PersonId id, Role role, Optional<RegionCode> region, Optional<EnterpriseId> enterprise, boolean certified) {

    /** The program itself. */
    public static final Actor MACHINE =
            new Actor(new PersonId("machine"), Role.MACHINE, Optional.empty(), Optional.empty(), false);

    public Actor {
        if ((role == Role.ENTERPRISE) != enterprise.isPresent()) {
            throw new IllegalArgumentException(id + " acts as " + role + " for " + enterprise);
        }
        if (role == Role.COUNTY && region.isEmpty()) {
            throw new IllegalArgumentException(id + " acts for a county that is not named");
        }
    }

    /** Somebody of the city's bureau. */
    public static Actor ofCity(String name, Role role) {
        return new Actor(new PersonId(name), role, Optional.empty(), Optional.empty(), role == Role.OFFICER);
    }

    boolean same(Actor other) {
        return id.equals(other.id);
    }

    boolean certifiedOfficer() {
        return role == Role.OFFICER && certified;
    }
}
