package io.stackwatch.core.enforcement;

import io.stackwatch.core.penalty.Yuan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One strand of a case as it stands after its acts so far.
 *
 * @param strand which
 * @param steps each act with the row it took, in order; never empty
 */
public record StrandFile(Strand strand, List<Taken> steps) {

    /** An act and the row it took. */
    public record Taken(CaseAct act, ProcessRow row) {}

    public StrandFile {
        steps = List.copyOf(steps);
    }

    /** A strand that no act has begun. */
    static StrandFile none(Strand strand) {
        return new StrandFile(strand, List.of());
    }

    StrandFile after(CaseAct act, ProcessRow row) {
        List<Taken> more = new ArrayList<>(steps);
        more.add(new Taken(act, row));
        return new StrandFile(strand, more);
    }

    /** Where it stands; empty before its first act. */
    public Optional<Stage> reached() {
        return steps.isEmpty() ? Optional.empty() : Optional.of(stage());
    }

    /** Where it stands. */
    public Stage stage() {
        return steps.get(steps.size() - 1).row().to();
    }

    /** The way to where it stands, such as {@code CANDIDATE_OPENED>CANDIDATE}. */
    public List<String> path() {
        return steps.stream()
                .map(step -> step.act().kind() + ">" + step.row().to())
                .toList();
    }

    /** The last act of a kind, if there was one. */
    public Optional<CaseAct> last(ActKind kind) {
        return steps.stream().map(Taken::act).filter(act -> act.kind() == kind).reduce((earlier, later) -> later);
    }

    /** The fine that was decided, if one was. */
    public Optional<Yuan> fine() {
        return last(ActKind.DECIDED).flatMap(CaseAct::amount);
    }

    /** What was paid so far. */
    public Yuan paid() {
        return steps.stream()
                .map(Taken::act)
                .filter(act -> act.kind() == ActKind.PAID)
                .flatMap(act -> act.amount().stream())
                .reduce(Yuan.ZERO, Yuan::plus);
    }
}
