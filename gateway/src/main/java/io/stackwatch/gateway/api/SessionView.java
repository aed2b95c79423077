package io.stackwatch.gateway.api;

import io.stackwatch.core.access.Grant;
import io.stackwatch.core.deadline.Role;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.gateway.access.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who is signed in.
 *
 * @param oidc whether one can sign in at another server
 * @param csrf what unsafe requests carry
 * @param operations what the roles permit, and what is open to everybody
 */
record SessionView(
        SignIn signIn,
        boolean oidc,
        Optional<Person> person,
        Optional<String> csrf,
        boolean mustChange,
        Optional<Instant> expiresAt,
        List<String> operations) {

    /** Whether one must sign in. */
    enum SignIn {
        NONE,
        REQUIRED
    }

    /** The one who is. */
    record Person(String id, String name, List<GrantView> grants) {}

    /** What he may do, and how far. */
    record GrantView(Role role, Optional<RegionCode> region, Optional<EnterpriseId> enterprise) {

        static GrantView of(Grant grant) {
            return grant.reach()
                    .match(
                            () -> new GrantView(grant.role(), Optional.empty(), Optional.empty()),
                            division -> new GrantView(grant.role(), Optional.of(division.region()), Optional.empty()),
                            firm -> new GrantView(grant.role(), Optional.empty(), Optional.of(firm.enterprise())));
        }
    }

    /** Where nobody need sign in. */
    static SessionView none(AccessTable table) {
        return new SessionView(
                SignIn.NONE,
                false,
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                List.copyOf(table.operations()));
    }

    /** Where one must. */
    static SessionView of(Optional<Standing> standing, boolean oidc, AccessTable table) {
        return new SessionView(
                SignIn.REQUIRED,
                oidc,
                standing.map(one -> new Person(
                        one.caller().person().value(),
                        one.name(),
                        one.caller().grants().stream().map(GrantView::of).toList())),
                standing.map(Standing::csrf),
                standing.filter(Standing::mustChange).isPresent(),
                standing.map(Standing::expiresAt),
                table.permitted(standing.map(Standing::caller)));
    }
}
