package io.stackwatch.core.enforcement;

import io.stackwatch.core.enforcement.StepDecision.Reason;
import io.stackwatch.core.enforcement.StepDecision.Refused;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.penalty.Yuan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What can be done next in a case, row by row of the tables, with the reasons for what cannot. It proposes nothing: {@link StepRule}
 * decides when an act is done. Pure; safe to share.
 */
public final class Prospects {

    /** Stands for any hours: no guard of a row looks at them. */
    private static final Regrouping TRIAL = new Regrouping(
            new CaseFileId("-"),
            List.of(new CaseHour(new CaseId("0".repeat(32)), FactorCode.OXYGEN, Instant.EPOCH)),
            Instant.EPOCH,
            Instant.EPOCH,
            Set.of());

    private final CaseProcess process;
    private final CaseTerms terms;

    public Prospects(CaseProcess process, CaseTerms terms) {
        this.process = process;
        this.terms = terms;
    }

    /**
     * The rows of every strand that goes on, and those that would begin one.
     *
     * @param at when
     * @param by who asks; empty: the rights of nobody are looked at
     */
    public List<Prospect> of(CaseFile file, Instant at, Optional<Actor> by) {
        List<Prospect> prospects = new ArrayList<>();
        for (StrandFile strand : file.strands().values()) {
            process.rows(strand.strand().procedure()).stream()
                    .filter(row -> row.from().equals(strand.reached()))
                    .forEach(row -> prospects.add(prospect(file, strand, row, at, by)));
        }
        boolean county = file.subject().match(violation -> false, subject -> true);
        for (ProcessRow row : process.rows()) {
            if (row.from().isEmpty() && county == (row.procedure() == Procedure.LISTING)) {
                next(file, row.procedure())
                        .ifPresent(strand -> prospects.add(prospect(file, StrandFile.none(strand), row, at, by)));
            }
        }
        return List.copyOf(prospects);
    }

    /** The strand that would begin; a daily penalty has the number of a refused order that has none yet. */
    private static Optional<Strand> next(CaseFile file, Procedure procedure) {
        if (procedure != Procedure.DAILY_PENALTY) {
            return Optional.of(new Strand(procedure, file.strands(procedure).size() + 1));
        }
        return file.strands(Procedure.ORDER).stream()
                .filter(order -> order.stage() == Stage.REFUSED)
                .map(order -> new Strand(procedure, order.strand().number()))
                .filter(strand -> file.strand(strand).reached().isEmpty())
                .findFirst();
    }

    private Prospect prospect(CaseFile file, StrandFile strand, ProcessRow row, Instant at, Optional<Actor> by) {
        ActHeader header =
                new ActHeader(strand.strand(), by.orElse(Actor.MACHINE), Optional.empty(), at, "what can be done next");
        CaseAct trial = trial(header, row.event());
        Optional<Refused> refused = StepRule.beginning(file, strand, trial)
                .or(() -> by.flatMap(actor -> StepRule.rights(file, strand, trial, row)));
        List<String> hindrances = new ArrayList<>();
        List<String> open = new ArrayList<>();
        refused.ifPresent(why -> hindrances.add(why.detail()));
        Situation situation = new Situation(file, trial, terms, process);
        for (GuardUse use : row.guards()) {
            boolean second = use.guard() == Guard.TWO_OFFICERS;
            if (use.guard().asksContent() || second || (use.guard().asksWho() && by.isEmpty())) {
                open.add(use.toString());
            } else {
                use.failure(situation).ifPresent(words -> hindrances.add(use + ": " + words));
            }
        }
        Optional<Reason> reason = refused.map(Refused::reason)
                .or(() -> hindrances.isEmpty() ? Optional.empty() : Optional.of(Reason.GUARD));
        return new Prospect(strand.strand(), row, reason, hindrances, open);
    }

    private static CaseAct trial(ActHeader header, ActKind kind) {
        LocalDate day = header.at().atZone(LegalTime.ZONE).toLocalDate();
        return switch (kind.shape()) {
            case STEP -> new CaseAct.Step(header, kind);
            case ISSUED -> new CaseAct.Issued(header, kind, day, "-", Optional.empty());
            case SERVICE -> new CaseAct.Served(header, kind, day, "-");
            case DATED -> new CaseAct.Dated(header, kind, day);
            case CHECKED -> new CaseAct.Checked(header, kind, day, CheckResult.GOOD);
            case PAYMENT -> new CaseAct.Paid(header, day, Yuan.ZERO);
            case REGROUPED -> new CaseAct.Regrouped(header, kind, TRIAL);
        };
    }
}
