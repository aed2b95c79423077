package io.stackwatch.gateway.casework;

import io.stackwatch.core.deadline.Role;
import io.stackwatch.core.enforcement.CaseFileId;
import io.stackwatch.core.enforcement.StepRule;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.gateway.casework.ActAnswer.Kept;
import io.stackwatch.gateway.casework.ActAnswer.NotKept;
import io.stackwatch.gateway.casework.ActAnswer.Reason;
import io.stackwatch.gateway.marking.ProofShelf;
import io.stackwatch.gateway.records.Act;
import io.stackwatch.gateway.records.PersonRecords;
import io.stackwatch.gateway.records.PersonRow;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import io.stackwatch.gateway.trail.TrailEntry;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * What everybody at the desk works with, and who may sit at it.
 *
 * @param registry enterprises and outlets as they are registered now
 * @param tables by which cases are worked on
 * @param proofs files that acts name
 * @param rule decides acts
 */
record CaseOffice(Supplier<RegistrySnapshot> registry, CaseTables tables, ProofShelf proofs, StepRule rule) {

    static Optional<PersonRow> person(Handle handle, Who who, Instant now) {
        return PersonRecords.at(handle, who.id(), who.role(), now);
    }

    static NotKept nobody(Who who) {
        return new NotKept(Reason.NOT_REGISTERED, "nobody is registered today as " + who);
    }

    static NotKept noFile(CaseFileId file) {
        return new NotKept(Reason.UNKNOWN, "there is no case file '" + file + "'");
    }

    /** Why somebody may not do what these roles do in a county; empty if he may. */
    static Optional<String> foreign(PersonRow person, Set<Role> roles, RegionCode county) {
        if (!roles.contains(person.role())) {
            return Optional.of(
                    person.role() + " is not one of " + roles.stream().sorted().toList());
        }
        return person.region()
                .filter(region -> !region.equals(county))
                .map(region -> person.id() + " acts in " + region);
    }

    /** Tells the trail of something in a file that is no act of the tables. */
    ActAnswer written(Handle handle, CaseLedger.Open open, Who by, String what, Act act, String content) {
        CaseFileId id = open.file().id();
        long trail = new CaseLedger(handle, tables)
                .trail(
                        id,
                        new TrailEntry(
                                act.at(),
                                by.id().value(),
                                by.role().name(),
                                what,
                                CaseworkDesk.trailSubject(id),
                                act.reason(),
                                content));
        return new Kept(id, trail);
    }
}
