package io.stackwatch.gateway.casework;

import io.stackwatch.core.deadline.Role;
import io.stackwatch.core.enforcement.ActKind;
import io.stackwatch.core.enforcement.CaseFileId;
import io.stackwatch.core.enforcement.CaseProcess;
import io.stackwatch.core.enforcement.ProcessRow;
import io.stackwatch.core.enforcement.Prospect;
import io.stackwatch.core.enforcement.StrandFile;
import io.stackwatch.gateway.records.CaseActRow;
import io.stackwatch.gateway.records.CaseDeadlineRow;
import io.stackwatch.gateway.records.CaseObjectionRecords;
import io.stackwatch.gateway.records.CasePaperRecords;
import java.util.ArrayList;
import java.util.List;

/**
 * What an enterprise sees of its own case: documents that go to it, once they are served where the tables have them served; its own
 * acts, its deadlines, what it may do next, and its objections. Nothing of how the bureau makes up its mind.
 *
 * @param file which
 * @param open whether a procedure goes on
 * @param documents that go to it
 * @param acts its own
 * @param deadlines those that it owns
 * @param prospects its next acts
 * @param objections its objections with their answers
 */
public record EnterpriseSight(
        CaseFileId file,
        boolean open,
        List<CasePaperRecords.Paper> documents,
        List<CaseActRow> acts,
        List<CaseDeadlineRow> deadlines,
        List<Prospect> prospects,
        List<CaseObjectionRecords.Objection> objections) {

    static EnterpriseSight of(CaseDossier dossier, CaseTables tables) {
        return new EnterpriseSight(
                dossier.file().id(),
                dossier.line().open(),
                dossier.papers().documents().stream()
                        .filter(paper -> tables.words().addressee(paper.kind()) == DocumentWords.Addressee.ENTERPRISE)
                        .filter(paper -> delivered(dossier, tables.process(), paper.place()))
                        .toList(),
                dossier.acts().stream()
                        .filter(row -> row.act().header().by().role() == Role.ENTERPRISE)
                        .toList(),
                dossier.deadlines().stream()
                        .filter(row -> row.owner() == Role.ENTERPRISE)
                        .toList(),
                dossier.prospects().stream()
                        .filter(prospect -> prospect.row().who().contains(Role.ENTERPRISE))
                        .toList(),
                dossier.objections());
    }

    /** Whether the document of an act has come to the enterprise: by an act of service, if the tables have one behind it. */
    private static boolean delivered(CaseDossier dossier, CaseProcess process, int place) {
        CaseActRow issued = dossier.acts().get(place - 1);
        StrandFile strand = dossier.file().strand(issued.act().header().strand());
        List<StrandFile.Taken> steps = new ArrayList<>(strand.steps());
        int at = 0;
        while (!steps.get(at).act().equals(issued.act())) {
            at++;
        }
        ProcessRow row = steps.get(at).row();
        boolean isServed = process.rows(row.procedure()).stream()
                .anyMatch(next -> next.from().filter(row.to()::equals).isPresent() && service(next.event()));
        return issued.act().kind().shape() != ActKind.Shape.ISSUED
                || !isServed
                || steps.stream()
                        .skip(at + 1L)
                        .anyMatch(later -> service(later.act().kind()));
    }

    private static boolean service(ActKind kind) {
        return kind.shape() == ActKind.Shape.SERVICE;
    }
}
