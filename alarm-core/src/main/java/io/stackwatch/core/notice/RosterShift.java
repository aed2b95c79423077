package io.stackwatch.core.notice;

import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.RegionCode;
import java.util.Optional;

/**
 * That somebody is on duty for a time.
 *
 * @param person who
 * @param role as what
 * @param county for which county; present exactly for the roles of a county
 * @param enterprise for which enterprise; present exactly for the roles of an enterprise
 * @param effective from when to when
 */
public record RosterShift(
        RecipientId person,
        DutyRole role,
        Optional<RegionCode> county,
        Optional<EnterpriseId> enterprise,
        Effective effective) {

    public RosterShift {
        if (role == DutyRole.ASSIGNEE) {
            throw new IllegalArgumentException("nobody is on duty as an assignee: " + person);
        }
        if (role.ofCounty() != county.isPresent() || role.ofEnterprise() != enterprise.isPresent()) {
            throw new IllegalArgumentException(role + " of county " + county + " and enterprise " + enterprise);
        }
    }

    boolean isFor(AlarmPlace place) {
        return county.map(own -> place.county().filter(own::equals).isPresent()).orElse(true)
                && enterprise
                        .map(own -> place.enterprise().filter(own::equals).isPresent())
                        .orElse(true);
    }
}
