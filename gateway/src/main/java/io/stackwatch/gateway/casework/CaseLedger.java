package io.stackwatch.gateway.casework;

import io.stackwatch.core.deadline.Period;
import io.stackwatch.core.deadline.Role;
import io.stackwatch.core.enforcement.ActKind;
import io.stackwatch.core.enforcement.CaseAct;
import io.stackwatch.core.enforcement.CaseFile;
import io.stackwatch.core.enforcement.CaseFileId;
import io.stackwatch.core.enforcement.DocumentKind;
import io.stackwatch.core.enforcement.ProcessRow;
import io.stackwatch.core.enforcement.RunningPeriod;
import io.stackwatch.core.enforcement.Stage;
import io.stackwatch.core.enforcement.StepDecision;
import io.stackwatch.core.enforcement.StrandFile;
import io.stackwatch.core.penalty.Yuan;
import io.stackwatch.gateway.records.CaseActColumns;
import io.stackwatch.gateway.records.CaseActRecords;
import io.stackwatch.gateway.records.CaseActRow;
import io.stackwatch.gateway.records.CaseDeadlineRecords;
import io.stackwatch.gateway.records.CaseDeadlineRow;
import io.stackwatch.gateway.records.CaseFileRecords;
import io.stackwatch.gateway.records.CaseFileRow;
import io.stackwatch.gateway.records.CaseLine;
import io.stackwatch.gateway.records.CasePaperRecords;
import io.stackwatch.gateway.records.CaseStrandRow;
import io.stackwatch.gateway.trail.SqlAuditTrail;
import io.stackwatch.gateway.trail.TrailEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Reads and writes case files inside one transaction. Everything that follows from an act is written with it: trail, documents with
 * their numbers, calculation, proofs, hand-over, deadlines, and where the file stands. For one thread.
 */
final class CaseLedger {

    private final Handle handle;
    private final CaseTables tables;

    CaseLedger(Handle handle, CaseTables tables) {
        this.handle = handle;
        this.tables = tables;
    }

    /** A file as it was opened, and as its acts have made it. */
    record Open(CaseFileRow row, CaseFile file) {}

    /** What an act brings beside itself. */
    record Beside(DocumentNumbers numbers, List<String> calculation, List<CasePaperRecords.Proof> proofs) {}

    /** A file; empty if nobody has opened it. */
    Optional<Open> find(CaseFileId id) {
        return CaseFileRecords.find(handle, id).map(row -> new Open(row, fold(row)));
    }

    private CaseFile fold(CaseFileRow row) {
        List<CaseAct> acts = CaseActRecords.of(handle, row.subject().fileId()).stream()
                .map(CaseActRow::act)
                .toList();
        return CaseFile.fold(tables.process(), row.subject(), acts);
    }

    /** Opens a file: its row, and in the trail who did it. */
    Open open(CaseFileRow draft, String role) {
        trail(
                draft.subject().fileId(),
                new TrailEntry(
                        draft.openedAt(),
                        draft.openedBy(),
                        role,
                        "FILE_OPENED",
                        CaseworkDesk.trailSubject(draft.subject().fileId()),
                        draft.reason(),
                        draft.subject().toString()));
        long number = CaseFileRecords.add(handle, draft);
        CaseFileRow row = new CaseFileRow(
                number,
                draft.subject(),
                draft.outlet(),
                draft.factor(),
                draft.repeatSince(),
                draft.openedAt(),
                draft.openedBy(),
                draft.reason());
        return new Open(row, CaseFile.about(draft.subject()));
    }

    /** Keeps an act that the tables let be done; answers the number of its row in the trail. */
    long keep(Open before, CaseAct act, StepDecision.Taken taken, Beside beside) {
        CaseFileId id = before.file().id();
        int place = before.file().acts().size() + 1;
        long trail = trail(
                id,
                new TrailEntry(
                        act.header().at(),
                        act.header().by().id().value(),
                        act.header().by().role().name(),
                        act.kind().name(),
                        CaseworkDesk.trailSubject(id),
                        act.header().reason(),
                        content(id, place, act)));
        CaseActRecords.add(handle, id, place, act, trail);
        beside.numbers().take();
        for (DocumentKind document : taken.row().documents()) {
            CasePaperRecords.add(
                    handle,
                    id,
                    place,
                    document,
                    beside.numbers().of(document),
                    act.header().at());
        }
        CasePaperRecords.calculated(handle, id, place, beside.calculation());
        CasePaperRecords.prove(handle, id, beside.proofs());
        handOver(before.file(), act, place, taken.row());
        taken.late().forEach(period -> late(id, period, act.header().at()));
        stand(before.row(), taken.after());
        return trail;
    }

    /** An act that ends a period behind its last day stands, and the head is told, unless the sweep has told him. */
    private void late(CaseFileId id, RunningPeriod period, Instant at) {
        CaseDeadlineRecords.of(handle, id).stream()
                .filter(row -> row.strand().equals(period.strand())
                        && row.period().equals(period.period())
                        && row.standing() == CaseDeadlineRow.Standing.RUNNING
                        && row.passedAt().isEmpty())
                .forEach(row -> {
                    CaseDeadlineRecords.tell(handle, row, CaseDeadlineRecords.Notice.Kind.PASSED, Role.HEAD, at);
                    CaseDeadlineRecords.save(handle, row.passed(at));
                });
    }

    private void handOver(CaseFile before, CaseAct act, int place, ProcessRow row) {
        if (row.from().isEmpty()) {
            tables.process().handOvers().stream()
                    .flatMap(handOver -> handOver
                            .leading(before, act)
                            .map(from -> new CasePaperRecords.Handed(
                                    place, from, act.header().strand(), handOver.source()))
                            .stream())
                    .findFirst()
                    .ifPresent(handed -> CasePaperRecords.handOver(handle, before.id(), handed));
        }
    }

    /** Brings deadlines and standing up to the acts of a file. */
    void stand(CaseFileRow row, CaseFile file) {
        List<CaseDeadlineRow> deadlines = new CaseDeadlines(tables.terms()).bring(handle, file);
        List<CaseDeadlineRow> running = deadlines.stream()
                .filter(deadline -> deadline.standing() == CaseDeadlineRow.Standing.RUNNING)
                .toList();
        List<CaseStrandRow> strands =
                file.strands().values().stream().map(CaseLedger::strand).toList();
        Yuan amount = strands.stream()
                .filter(strand -> strand.stage() != Stage.ANNULLED)
                .flatMap(strand -> strand.fine().stream())
                .reduce(Yuan.ZERO, Yuan::plus);
        CaseFileRecords.stand(
                handle,
                file.id(),
                new CaseLine(
                        row,
                        Optional.empty(),
                        file.open(),
                        file.acts().size(),
                        amount,
                        running.stream()
                                .flatMap(deadline -> deadline.passesAt().stream())
                                .min(Instant::compareTo),
                        running.stream()
                                .filter(deadline -> deadline.passing() == Period.Passing.LATE)
                                .flatMap(deadline -> deadline.passesAt().stream())
                                .min(Instant::compareTo),
                        false,
                        file.acts().get(file.acts().size() - 1).header().at(),
                        strands));
    }

    private static CaseStrandRow strand(StrandFile strand) {
        boolean stands = strand.stage() != Stage.ANNULLED;
        return new CaseStrandRow(
                strand.strand(),
                strand.stage(),
                strand.fine(),
                strand.paid(),
                strand.steps().stream()
                        .map(StrandFile.Taken::act)
                        .filter(act -> stands && act.kind() == ActKind.DECIDED)
                        .filter(act -> act.amount().isPresent())
                        .map(CaseAct::day)
                        .reduce((earlier, later) -> later));
    }

    /** Writes into the trail about a file. */
    long trail(CaseFileId file, TrailEntry entry) {
        if (!entry.subject().equals(CaseworkDesk.trailSubject(file))) {
            throw new IllegalArgumentException(entry.subject() + " is not about " + file);
        }
        return new SqlAuditTrail(handle).append(entry);
    }

    /** What of an act goes into the trail's digest. */
    static String content(CaseFileId file, int place, CaseAct act) {
        return "file=" + file + "\nplace=" + place + "\n" + CaseActColumns.text(act);
    }
}
