package io.stackwatch.gateway.records;

import io.stackwatch.core.deadline.Role;
import io.stackwatch.core.enforcement.Actor;
import io.stackwatch.core.enforcement.PersonId;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.RegionCode;
import java.util.Optional;

/**
 * Somebody who may act in cases, in one role and one version.
 *
 * @param id who
 * @param role as what; several rows for several roles
 * @param name for people
 * @param region the county whose cases he may act in; empty: the whole city
 * @param enterprise for whom, if he acts for an enterprise
 * @param certificate number of the certificate of enforcement (执法证), if he holds one
 * @param effective when it holds
 */
public record PersonRow(
        PersonId id,
        Role role,
        String name,
        Optional<RegionCode> region,
        Optional<EnterpriseId> enterprise,
        Optional<String> certificate,
        Effective effective) {

    public PersonRow {
        if (role == Role.MACHINE) {
            throw new IllegalArgumentException("nobody is the machine: " + id);
        }
    }

    /** As the one who acts. */
    public Actor actor() {
        return new Actor(id, role, region, enterprise, certificate.isPresent());
    }
}
