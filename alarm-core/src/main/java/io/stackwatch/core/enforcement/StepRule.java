package io.stackwatch.core.enforcement;

import io.stackwatch.core.deadline.Period;
import io.stackwatch.core.deadline.Role;
import io.stackwatch.core.enforcement.StepDecision.Reason;
import io.stackwatch.core.enforcement.StepDecision.Refused;
import io.stackwatch.core.enforcement.StepDecision.Taken;
import io.stackwatch.core.measurement.LegalTime;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides whether something may be done in a case: by the tables, and by who may do it when. Pure; safe to share. */
public final class StepRule {

    private final CaseProcess process;
    private final CaseTerms terms;

    public StepRule(CaseProcess process, CaseTerms terms) {
        this.process = process;
        this.terms = terms;
    }

    /** Decides; the order of the reasons is the order in which they are asked. */
    public StepDecision decide(CaseFile file, CaseAct act) {
        StrandFile strand = file.strand(act.header().strand());
        if (!process.knows(strand, act.kind())) {
            return refused(strand, act, Reason.NO_SUCH_STEP, "");
        }
        Optional<ProcessRow> row = process.row(strand, act);
        if (row.isEmpty()) {
            return refused(
                    strand,
                    act,
                    Reason.CONTENT_FITS_NO_ROW,
                    act.found().map(Enum::name).orElse(""));
        }
        Optional<Refused> refusal = Stream.<Optional<Refused>>of(
                        beginning(file, strand, act), rights(file, strand, act, row.get()), order(file, strand, act))
                .flatMap(Optional::stream)
                .findFirst();
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Situation situation = new Situation(file, act, terms, process);
        for (GuardUse guard : row.get().guards()) {
            Optional<String> failure = guard.failure(situation);
            if (failure.isPresent()) {
                return refused(strand, act, Reason.GUARD, guard + ": " + failure.get());
            }
        }
        return new Taken(row.get(), file.with(act, strand.after(act, row.get())), late(file, act, row.get()));
    }

    static Optional<Refused> beginning(CaseFile file, StrandFile strand, CaseAct act) {
        Procedure procedure = strand.strand().procedure();
        boolean county = file.subject().match(violation -> false, subject -> true);
        if (county != (procedure == Procedure.LISTING)) {
            return Optional.of(
                    refused(strand, act, Reason.OTHER_SUBJECT, file.id().value()));
        }
        if (strand.reached().isPresent() || procedure == Procedure.DAILY_PENALTY) {
            return Optional.empty();
        }
        List<StrandFile> others = file.strands(procedure);
        if (strand.strand().number() != others.size() + 1) {
            return Optional.of(refused(strand, act, Reason.STRAND_NUMBER, "the next one is " + (others.size() + 1)));
        }
        return others.stream()
                .filter(other -> !other.stage().end())
                .findFirst()
                .map(other -> refused(strand, act, Reason.STILL_OPEN, other.strand() + " " + other.stage()));
    }

    static Optional<Refused> rights(CaseFile file, StrandFile strand, CaseAct act, ProcessRow row) {
        Actor by = act.header().by();
        if (!row.who().contains(by.role())) {
            return Optional.of(refused(strand, act, Reason.ROLE_MAY_NOT, by.role() + " is not one of " + sorted(row)));
        }
        Optional<Actor> stranger = Stream.concat(Stream.of(by), act.header().second().stream())
                .filter(actor -> actor.region()
                        .filter(region -> !region.equals(file.subject().region()))
                        .isPresent())
                .findFirst();
        if (stranger.isPresent()) {
            return Optional.of(refused(
                    strand,
                    act,
                    Reason.OTHER_REGION,
                    stranger.get().id() + " acts in " + stranger.get().region().orElseThrow()));
        }
        boolean ownCase = by.role() != Role.ENTERPRISE
                || file.subject()
                        .match(
                                violation -> by.enterprise().equals(Optional.of(violation.enterprise())),
                                county -> false);
        return ownCase
                ? Optional.empty()
                : Optional.of(
                        refused(strand, act, Reason.OTHER_ENTERPRISE, by.id().value()));
    }

    private static List<Role> sorted(ProcessRow row) {
        return row.who().stream().sorted().toList();
    }

    private static Optional<Refused> order(CaseFile file, StrandFile strand, CaseAct act) {
        boolean before = file.lastAct()
                .filter(last -> act.header().at().isBefore(last.header().at()))
                .isPresent();
        if (before) {
            return Optional.of(
                    refused(strand, act, Reason.OUT_OF_ORDER, act.header().at().toString()));
        }
        LocalDate entered = act.header().at().atZone(LegalTime.ZONE).toLocalDate();
        if (act.day().isAfter(entered)) {
            return Optional.of(refused(strand, act, Reason.IN_THE_FUTURE, act.day() + " entered on " + entered));
        }
        if (act.kind().shape() != ActKind.Shape.SERVICE) {
            return Optional.empty();
        }
        return strand.steps().stream()
                .map(StrandFile.Taken::act)
                .filter(issued -> issued.kind().shape() == ActKind.Shape.ISSUED)
                .reduce((earlier, later) -> later)
                .filter(issued -> act.day().isBefore(issued.day()))
                .map(issued ->
                        refused(strand, act, Reason.SERVED_BEFORE_ISSUED, act.day() + ", issued on " + issued.day()));
    }

    private List<RunningPeriod> late(CaseFile file, CaseAct act, ProcessRow row) {
        if (row.ends().isEmpty()) {
            return List.of();
        }
        return new CaseClock(terms)
                .periods(file, act.header().strand()).stream()
                        .filter(period -> row.ends().contains(period.period())
                                && period.over().isEmpty()
                                && period.end().passedBefore(act.day())
                                && terms.periods()
                                                .at(period.period(), period.begun())
                                                .passed()
                                        == Period.Passing.LATE)
                        .toList();
    }

    private static Refused refused(StrandFile strand, CaseAct act, Reason reason, String detail) {
        return new Refused(reason, strand.strand(), strand.reached(), act.kind(), strand.path(), detail);
    }
}
