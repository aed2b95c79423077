package io.stackwatch.gateway.casework;

import io.stackwatch.core.enforcement.ActHeader;
import io.stackwatch.core.enforcement.ActKind;
import io.stackwatch.core.enforcement.CaseAct;
import io.stackwatch.core.enforcement.CaseFile;
import io.stackwatch.core.enforcement.CaseFileId;
import io.stackwatch.core.enforcement.CaseHour;
import io.stackwatch.core.enforcement.FileSubject;
import io.stackwatch.core.enforcement.Procedure;
import io.stackwatch.core.enforcement.RegroupingAnswer;
import io.stackwatch.core.enforcement.RegroupingRule;
import io.stackwatch.core.enforcement.StepDecision;
import io.stackwatch.core.enforcement.Strand;
import io.stackwatch.gateway.casework.ActAnswer.Kept;
import io.stackwatch.gateway.casework.ActAnswer.NotKept;
import io.stackwatch.gateway.casework.ActAnswer.NotTaken;
import io.stackwatch.gateway.casework.ActAnswer.Reason;
import io.stackwatch.gateway.casework.RegroupOrder.Merge;
import io.stackwatch.gateway.casework.RegroupOrder.Split;
import io.stackwatch.gateway.records.CaseFileRow;
import io.stackwatch.gateway.records.PersonRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Makes one case of two, and two of one, within the transaction that it is given: an act in each of the files. */
final class FileRegroupings {

    private static final Strand PENALTY = new Strand(Procedure.PENALTY, 1);

    private final CaseOffice office;
    private final RegroupingRule rule;

    FileRegroupings(CaseOffice office) {
        this.office = office;
        this.rule = new RegroupingRule(office.tables().terms());
    }

    ActAnswer regroup(Handle handle, RegroupOrder order, String reason, Instant now) {
        Optional<CaseLedger.Open> open = new CaseLedger(handle, office.tables()).find(order.file());
        if (open.isEmpty()) {
            return CaseOffice.noFile(order.file());
        }
        Optional<PersonRow> by = CaseOffice.person(handle, order.asks().by(), now);
        Optional<PersonRow> second = order.asks().second().flatMap(who -> CaseOffice.person(handle, who, now));
        if (by.isEmpty() || second.isPresent() != order.asks().second().isPresent()) {
            return CaseOffice.nobody(
                    by.isEmpty() ? order.asks().by() : order.asks().second().orElseThrow());
        }
        ActHeader header = new ActHeader(PENALTY, by.get().actor(), second.map(PersonRow::actor), now, reason);
        return order.match(
                merge -> merge(handle, open.get(), merge, header), split -> split(handle, open.get(), split, header));
    }

    private ActAnswer merge(Handle handle, CaseLedger.Open stays, Merge order, ActHeader header) {
        Optional<CaseLedger.Open> ends = new CaseLedger(handle, office.tables()).find(order.ends());
        if (ends.isEmpty()) {
            return CaseOffice.noFile(order.ends());
        }
        return rule.merge(
                        side(handle, stays),
                        side(handle, ends.get()),
                        office.tables().parameters().duration("case.gap", header.at()))
                .match(
                        fits -> {
                            CaseAct takes = new CaseAct.Regrouped(header, ActKind.TOOK_OVER, fits.stays());
                            CaseAct goes = new CaseAct.Regrouped(header, ActKind.MERGED_INTO, fits.other());
                            Optional<StepDecision.Refused> refused = refused(stays.file(), takes)
                                    .or(() -> refused(ends.get().file(), goes));
                            if (refused.isPresent()) {
                                return new NotTaken(refused.get());
                            }
                            keep(handle, ends.get(), goes);
                            return new Kept(order.file(), keep(handle, stays, takes));
                        },
                        FileRegroupings::unfit);
    }

    private ActAnswer split(Handle handle, CaseLedger.Open whole, Split order, ActHeader header) {
        List<CaseHour> hours = CaseHours.named(handle, whole.file());
        List<CaseHour> go = hours.stream()
                .filter(hour -> order.factors().isEmpty() || order.factors().contains(hour.factor()))
                .filter(hour -> order.hours().isEmpty() || order.hours().contains(hour.start()))
                .toList();
        int number = (int) whole.file().acts().stream()
                        .filter(act -> act.kind() == ActKind.SPLIT_OFF)
                        .count()
                + 1;
        CaseFileId part = CaseFileId.part(whole.file().id(), number);
        return rule.split(side(handle, whole), go, part)
                .match(fits -> split(handle, whole, fits, header), FileRegroupings::unfit);
    }

    /** A part begins at its clue: its first act is the machine's, of the moment at which it opened the candidate. */
    private ActAnswer split(Handle handle, CaseLedger.Open whole, RegroupingAnswer.Fits fits, ActHeader header) {
        FileOpening opening = new FileOpening(handle, office.registry().get(), office.tables());
        CaseFileRow row = opening.part(whole.row(), violation(whole), fits, header);
        CaseAct gives = new CaseAct.Regrouped(header, ActKind.SPLIT_OFF, fits.stays());
        CaseAct clue = opening.opened(fits.other().hours().get(0).candidate());
        CaseAct comes = new CaseAct.Regrouped(header, ActKind.SPLIT_FROM, fits.other());
        CaseFile begun = CaseFile.about(row.subject()).after(office.tables().process(), clue);
        Optional<StepDecision.Refused> refused = refused(whole.file(), gives).or(() -> refused(begun, comes));
        if (refused.isPresent()) {
            return new NotTaken(refused.get());
        }
        keep(handle, whole, gives);
        CaseLedger.Open opened = new CaseLedger(handle, office.tables())
                .open(row, header.by().role().name());
        keep(handle, opened, clue);
        long trail = keep(handle, new CaseLedger.Open(opened.row(), begun), comes);
        return new Kept(row.subject().fileId(), trail);
    }

    private static FileSubject.Violation violation(CaseLedger.Open open) {
        return open.file().subject().match(found -> found, county -> {
            throw new IllegalStateException(open.file().id() + " is about a county");
        });
    }

    private Optional<StepDecision.Refused> refused(CaseFile file, CaseAct act) {
        return office.rule().decide(file, act).match(taken -> Optional.empty(), Optional::of);
    }

    private long keep(Handle handle, CaseLedger.Open open, CaseAct act) {
        return office.rule()
                .decide(open.file(), act)
                .match(
                        taken -> new CaseLedger(handle, office.tables())
                                .keep(
                                        open,
                                        act,
                                        taken,
                                        new CaseLedger.Beside(DocumentNumbers.none(handle), List.of(), List.of())),
                        refused -> {
                            throw new IllegalStateException(refused.message());
                        });
    }

    private static RegroupingRule.Side side(Handle handle, CaseLedger.Open open) {
        return new RegroupingRule.Side(open.file(), open.row().outlet(), CaseHours.named(handle, open.file()));
    }

    private static ActAnswer unfit(RegroupingAnswer.FitsNot not) {
        return new NotKept(Reason.FITS_NOT, not.reason() + ": " + not.detail());
    }
}
