package io.stackwatch.gateway.casework;

import io.stackwatch.core.deadline.Role;
import io.stackwatch.core.enforcement.CaseAct;
import io.stackwatch.core.enforcement.CaseFile;
import io.stackwatch.core.enforcement.CaseFileId;
import io.stackwatch.gateway.casework.ActAnswer.Kept;
import io.stackwatch.gateway.casework.ActAnswer.NotKept;
import io.stackwatch.gateway.casework.ActAnswer.NotTaken;
import io.stackwatch.gateway.casework.ActAnswer.Reason;
import io.stackwatch.gateway.records.CaseFileRecords;
import io.stackwatch.gateway.records.PersonRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Opens case files, each within the transaction that it is given. */
final class FileOpenings {

    private static final Set<Role> OPENERS = Set.of(Role.OFFICER, Role.HEAD);

    private final CaseOffice office;

    FileOpenings(CaseOffice office) {
        this.office = office;
    }

    ActAnswer open(Handle handle, OpenOrder order, Instant now) {
        Optional<PersonRow> by = CaseOffice.person(handle, order.by(), now);
        return by.isEmpty() ? CaseOffice.nobody(order.by()) : open(handle, order, by.get(), now);
    }

    private ActAnswer open(Handle handle, OpenOrder order, PersonRow by, Instant now) {
        Optional<FileOpening.Draft> draft = order.match(
                candidate -> new FileOpening(handle, office.registry().get(), office.tables()).of(candidate, now),
                county -> Optional.of(FileOpening.of(county, by.actor(), now)));
        if (draft.isEmpty()) {
            return new NotKept(
                    Reason.UNKNOWN, "there is no candidate case with hours of a registered outlet of that id");
        }
        CaseFileId id = draft.get().row().subject().fileId();
        Optional<String> foreign =
                CaseOffice.foreign(by, OPENERS, draft.get().row().subject().region());
        if (foreign.isPresent()) {
            return new NotKept(Reason.NOT_HIS, foreign.get());
        }
        if (CaseFileRecords.find(handle, id).isPresent()) {
            return new NotKept(Reason.DONE_BEFORE, "the file " + id + " was opened before");
        }
        CaseAct first = draft.get().first();
        return office.rule()
                .decide(CaseFile.about(draft.get().row().subject()), first)
                .match(
                        taken -> {
                            CaseLedger ledger = new CaseLedger(handle, office.tables());
                            CaseLedger.Open opened =
                                    ledger.open(draft.get().row(), by.role().name());
                            long trail = ledger.keep(
                                    opened,
                                    first,
                                    taken,
                                    new CaseLedger.Beside(DocumentNumbers.none(handle), List.of(), List.of()));
                            return new Kept(id, trail);
                        },
                        NotTaken::new);
    }
}
