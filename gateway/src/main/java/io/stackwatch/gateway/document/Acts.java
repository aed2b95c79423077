package io.stackwatch.gateway.document;

import io.stackwatch.core.enforcement.ActKind;
import io.stackwatch.core.enforcement.Actor;
import io.stackwatch.core.enforcement.CaseAct;
import io.stackwatch.core.enforcement.CaseFile;
import io.stackwatch.core.enforcement.CheckResult;
import io.stackwatch.core.enforcement.Procedure;
import io.stackwatch.core.enforcement.Strand;
import io.stackwatch.core.enforcement.StrandFile;
import java.util.Optional;

/** Reads acts of a case file for its documents. Pure. */
final class Acts {

    private Acts() {}

    /** The number that an act carries: of its document, or of a receipt. */
    static Optional<String> number(CaseAct act) {
        return act.match(new CaseAct.Cases<>(
                step -> Optional.empty(),
                issued -> Optional.of(issued.number()),
                served -> Optional.of(served.proof()),
                dated -> Optional.empty(),
                checked -> Optional.empty(),
                paid -> Optional.empty(),
                moved -> Optional.empty()));
    }

    static String numberOf(CaseAct act) {
        return number(act).orElse("");
    }

    /** The last act of a kind in the strands of a procedure. */
    static Optional<CaseAct> last(CaseFile file, Procedure procedure, ActKind kind) {
        return file.strands(procedure).stream()
                .flatMap(strand -> strand.last(kind).stream())
                .reduce((earlier, later) -> later);
    }

    /** The last act of a kind in one strand. */
    static Optional<CaseAct> last(CaseFile file, Strand strand, ActKind kind) {
        return file.strand(strand).last(kind);
    }

    /** The act of one strand, else of the last strand of its procedure. */
    static Optional<CaseAct> order(CaseFile file, int number, ActKind kind) {
        StrandFile own = file.strand(new Strand(Procedure.ORDER, number));
        return own.last(kind).or(() -> last(file, Procedure.ORDER, kind));
    }

    /** Who did it, with the second officer. */
    static String who(CaseAct act) {
        return act.header().by().id()
                + act.header().second().map(Actor::id).map(id -> "、" + id).orElse("");
    }

    static String found(CheckResult result) {
        return switch (result) {
            case CORRECTED -> "已改正违法行为";
            case STOPPED -> "已停止排放污染物";
            case STILL_VIOLATING -> "仍在继续违法排放污染物";
            case OBSTRUCTED -> "拒绝、阻挠复查";
            case GOOD -> "符合要求";
            case BAD -> "不符合要求";
        };
    }
}
