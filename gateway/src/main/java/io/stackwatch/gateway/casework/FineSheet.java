package io.stackwatch.gateway.casework;

import io.stackwatch.core.enforcement.ActKind;
import io.stackwatch.core.enforcement.CaseFile;
import io.stackwatch.core.enforcement.CaseMoney;
import io.stackwatch.core.enforcement.LegalBasis;
import io.stackwatch.core.enforcement.Procedure;
import io.stackwatch.core.enforcement.Strand;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.penalty.CircumstanceId;
import io.stackwatch.core.penalty.DailyPenalty;
import io.stackwatch.core.penalty.FineAnswer;
import io.stackwatch.core.penalty.FineDecision;
import io.stackwatch.core.penalty.FineProposal;
import io.stackwatch.core.penalty.Surcharge;
import io.stackwatch.core.penalty.Yuan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the amount of an act was calculated, line by line, to be kept with the act. Pure. */
final class FineSheet {

    private final CaseTables tables;

    FineSheet(CaseTables tables) {
        this.tables = tables;
    }

    /** The lines for an act, or why its amount does not go with them. */
    record Answer(List<String> lines, Optional<String> refused) {}

    /** The proposal for a case from what was found; empty if no article with a fine is known to apply. */
    Optional<FineAnswer> propose(CaseFile file, Map<CircumstanceId, String> found, Instant now) {
        return file.subject()
                .match(
                        violation -> CaseAccount.of(tables.terms(), file, now)
                                .applies()
                                .flatMap(LegalBasis::fine)
                                .map(range -> tables.discretion()
                                        .propose(
                                                range,
                                                violation
                                                        .begun()
                                                        .atZone(LegalTime.ZONE)
                                                        .toLocalDate(),
                                                found)),
                        county -> Optional.empty());
    }

    /** The calculation of what an act names. */
    Answer of(CaseFile file, ActOrder order, LocalDate day, Instant now) {
        if (order.kind() == ActKind.CASE_REVIEWED && !order.circumstances().isEmpty()) {
            return discretion(file, order, now);
        }
        Strand strand = order.strand();
        CaseMoney money = new CaseMoney(tables.terms());
        boolean names = order.kind() == ActKind.NOTICE_ISSUED || order.kind() == ActKind.DECIDED;
        List<String> lines = new ArrayList<>();
        if (names && strand.procedure() == Procedure.DAILY_PENALTY) {
            lines.addAll(
                    money.cycle(file, strand.number()).map(DailyPenalty::lines).orElse(List.of()));
        } else if (order.kind() == ActKind.SURCHARGE_CONFIRMED) {
            lines.addAll(
                    money.surcharge(file, strand, day).map(Surcharge::lines).orElse(List.of()));
        }
        return new Answer(lines, Optional.empty());
    }

    private Answer discretion(CaseFile file, ActOrder order, Instant now) {
        Yuan named = order.carries().amount().orElse(Yuan.ZERO);
        Optional<FineAnswer> proposed = propose(file, order.circumstances(), now);
        if (proposed.isEmpty()) {
            return new Answer(List.of(), Optional.of("no article with a range of fine is known to apply"));
        }
        return proposed.get()
                .match(
                        answer -> decided(answer.proposal(), named, order),
                        none -> new Answer(List.of(), Optional.of(none.reason() + ": " + none.detail())));
    }

    private static Answer decided(FineProposal proposal, Yuan named, ActOrder order) {
        List<String> lines = new ArrayList<>(proposal.lines());
        // whoever reviews may go below the range for a ground of mitigation only, which is another act (MITIGATED)
        FineDecision decision = FineDecision.of(proposal, named, order.by().id().value(), order.reason(), "");
        return decision.match(
                taken -> {
                    lines.add(
                            taken.overrides()
                                    ? "named " + named + " instead of " + proposal.amount() + " by " + taken.by() + ": "
                                            + taken.reason()
                                    : "named as proposed: " + named);
                    return new Answer(lines, Optional.empty());
                },
                refused -> new Answer(
                        List.of(), Optional.of(refused.reason() + ": " + named + ", proposed " + proposal.amount())));
    }
}
