package io.stackwatch.gateway.casework;

import io.stackwatch.core.enforcement.CaseFileId;
import io.stackwatch.gateway.casework.ActAnswer.NotKept;
import io.stackwatch.gateway.casework.ActAnswer.Reason;
import io.stackwatch.gateway.records.Act;
import io.stackwatch.gateway.records.CasePaperRecords;
import io.stackwatch.gateway.records.PersonRow;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** What an enterprise does beside the tables, in its own case only; each within the transaction that it is given. */
final class OwnActs {

    private final CaseOffice office;

    OwnActs(CaseOffice office) {
        this.office = office;
    }

    ActAnswer receive(Handle handle, CaseFileId file, long document, Who by, Act act) {
        return own(handle, file, by, act, found -> {
            boolean there = CasePaperRecords.of(handle, file).stream().anyMatch(paper -> paper.number() == document);
            if (!there) {
                return new NotKept(Reason.UNKNOWN, "the file has no document " + document);
            }
            return CasePaperRecords.receive(handle, document, act)
                    ? office.written(handle, found, by, "DOCUMENT_RECEIVED", act, "document=" + document)
                    : new NotKept(Reason.DONE_BEFORE, "document " + document + " was received before");
        });
    }

    ActAnswer own(Handle handle, CaseFileId file, Who by, Act act, Function<CaseLedger.Open, ActAnswer> work) {
        Optional<CaseLedger.Open> open = new CaseLedger(handle, office.tables()).find(file);
        if (open.isEmpty()) {
            return CaseOffice.noFile(file);
        }
        Optional<PersonRow> person = CaseOffice.person(handle, by, act.at());
        if (person.isEmpty()) {
            return CaseOffice.nobody(by);
        }
        boolean his = open.get()
                .row()
                .subject()
                .match(
                        violation -> person.get().enterprise().equals(Optional.of(violation.enterprise())),
                        county -> false);
        return his
                ? work.apply(open.get())
                : new NotKept(Reason.NOT_HIS, by + " does not act for the enterprise of " + file);
    }
}
