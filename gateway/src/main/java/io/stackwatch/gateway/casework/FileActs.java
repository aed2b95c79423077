package io.stackwatch.gateway.casework;

import io.stackwatch.core.enforcement.ActHeader;
import io.stackwatch.core.enforcement.ActKind;
import io.stackwatch.core.enforcement.CaseAct;
import io.stackwatch.core.enforcement.CaseFile;
import io.stackwatch.core.enforcement.ProcessRow;
import io.stackwatch.gateway.casework.ActAnswer.Kept;
import io.stackwatch.gateway.casework.ActAnswer.NotKept;
import io.stackwatch.gateway.casework.ActAnswer.NotTaken;
import io.stackwatch.gateway.casework.ActAnswer.Reason;
import io.stackwatch.gateway.marking.ProofShelf;
import io.stackwatch.gateway.records.CasePaperRecords;
import io.stackwatch.gateway.records.PersonRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Acts by the tables, each within the transaction that it is given. */
final class FileActs {

    private final CaseOffice office;
    private final FineSheet fines;

    FileActs(CaseOffice office, FineSheet fines) {
        this.office = office;
        this.fines = fines;
    }

    ActAnswer act(Handle handle, ActOrder order, String reason, Instant now) {
        CaseLedger ledger = new CaseLedger(handle, office.tables());
        Optional<CaseLedger.Open> open = ledger.find(order.file());
        if (open.isEmpty()) {
            return CaseOffice.noFile(order.file());
        }
        Optional<PersonRow> by = CaseOffice.person(handle, order.by(), now);
        Optional<PersonRow> second = order.second().flatMap(who -> CaseOffice.person(handle, who, now));
        if (by.isEmpty() || second.isPresent() != order.second().isPresent()) {
            return CaseOffice.nobody(by.isEmpty() ? order.by() : order.second().orElseThrow());
        }
        ActHeader header = new ActHeader(order.strand(), by.get().actor(), second.map(PersonRow::actor), now, reason);
        CaseFile file = open.get().file();
        CaseAct draft = ActMaking.act(header, order.kind(), order.carries(), "-");
        DocumentNumbers numbers = numbers(handle, file, draft);
        Optional<String> number = numbers.first().or(() -> order.carries().number());
        if (order.kind().shape() == ActKind.Shape.ISSUED) {
            if (number.isEmpty()
                    && office.tables()
                            .process()
                            .row(file.strand(order.strand()), draft)
                            .isPresent()) {
                return new NotKept(
                        Reason.INCOMPLETE, order.kind() + " needs 'number': its document has no series of ours");
            }
            if (numbers.first().isPresent() && order.carries().number().isPresent()) {
                return new NotKept(
                        Reason.INCOMPLETE, order.kind() + " carries no 'number': it gets the next one of its series");
            }
        }
        CaseAct act = ActMaking.act(header, order.kind(), order.carries(), number.orElse("-"));
        return office.rule()
                .decide(file, act)
                .match(
                        taken -> {
                            FineSheet.Answer sheet = fines.of(file, order, act.day(), now);
                            if (sheet.refused().isPresent()) {
                                return new NotKept(
                                        Reason.AMOUNT_NOT_ALLOWED,
                                        sheet.refused().get());
                            }
                            int place = file.acts().size() + 1;
                            Optional<List<CasePaperRecords.Proof>> shelf = proofs(order, place);
                            if (shelf.isEmpty()) {
                                return new NotKept(
                                        Reason.UNKNOWN,
                                        "a proof that is named is not on the shelf, or its name is no file name");
                            }
                            long trail = ledger.keep(
                                    open.get(), act, taken, new CaseLedger.Beside(numbers, sheet.lines(), shelf.get()));
                            return new Kept(order.file(), trail);
                        },
                        NotTaken::new);
    }

    /** The numbers that are free for the documents of an act; only what is issued or served has one. */
    private DocumentNumbers numbers(Handle handle, CaseFile file, CaseAct draft) {
        ActKind.Shape shape = draft.kind().shape();
        Optional<ProcessRow> row =
                office.tables().process().row(file.strand(draft.header().strand()), draft);
        return row.isEmpty() || (shape != ActKind.Shape.ISSUED && shape != ActKind.Shape.SERVICE)
                ? DocumentNumbers.none(handle)
                : DocumentNumbers.of(
                        handle,
                        office.tables().words(),
                        row.get().documents(),
                        file.subject().region(),
                        draft.day());
    }

    private Optional<List<CasePaperRecords.Proof>> proofs(ActOrder order, int place) {
        List<CasePaperRecords.Proof> found = new ArrayList<>();
        for (ActOrder.NamedProof named : order.proofs()) {
            Optional<String> name = ProofShelf.cleaned(named.name());
            Optional<ProofShelf.Stored> stored = office.proofs().find(named.sha256());
            if (name.isEmpty() || stored.isEmpty()) {
                return Optional.empty();
            }
            found.add(new CasePaperRecords.Proof(
                    place, name.get(), named.sha256(), stored.get().bytes()));
        }
        return Optional.of(found);
    }
}
