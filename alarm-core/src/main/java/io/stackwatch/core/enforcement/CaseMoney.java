package io.stackwatch.core.enforcement;

import io.stackwatch.core.deadline.PeriodId;
import io.stackwatch.core.penalty.DailyPenalty;
import io.stackwatch.core.penalty.DailyRound;
import io.stackwatch.core.penalty.Recheck;
import io.stackwatch.core.penalty.Surcharge;
import io.stackwatch.core.penalty.Yuan;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a case costs, computed from its file: the rounds of the daily penalty and the surcharge. Pure; safe to share. */
public final class CaseMoney {

    private static final PeriodId PAYMENT = new PeriodId("payment");

    private final CaseTerms terms;

    public CaseMoney(CaseTerms terms) {
        this.terms = terms;
    }

    /** The original fine, if it was decided and not annulled. */
    public Optional<Yuan> originalFine(CaseFile file) {
        return file.strands(Procedure.PENALTY).stream()
                .filter(strand -> strand.stage() != Stage.ANNULLED)
                .flatMap(strand -> strand.fine().stream())
                .findFirst();
    }

    /**
     * The daily penalty of the cycle in which an order lies: the unbroken run of refused orders up to it.
     *
     * @param order number of the order
     */
    public Optional<DailyPenalty> cycle(CaseFile file, int order) {
        List<StrandFile> run = refusedUpTo(file, order);
        if (run.isEmpty()) {
            return Optional.empty();
        }
        LocalDate served = day(run.get(0), ActKind.ORDER_SERVED);
        List<Recheck> rechecks = run.stream()
                .map(strand -> new Recheck(day(strand, ActKind.RECHECKED), true))
                .toList();
        return originalFine(file)
                .map(fine -> DailyPenalty.of(fine, terms.penalties().dailyFactor(served), served, rechecks));
    }

    /** The round that ends with the re-check of an order. */
    public Optional<DailyRound> round(CaseFile file, int order) {
        return cycle(file, order).flatMap(penalty -> penalty.rounds().stream()
                .filter(round ->
                        round.to().equals(day(file.strand(new Strand(Procedure.ORDER, order)), ActKind.RECHECKED)))
                .findFirst());
    }

    /** How many days the re-check of an order adds; none if the order was not refused. */
    long days(CaseFile file, int order) {
        List<StrandFile> run = refusedUpTo(file, order);
        if (run.isEmpty()) {
            return 0;
        }
        LocalDate before = run.size() == 1
                ? day(run.get(0), ActKind.ORDER_SERVED)
                : day(run.get(run.size() - 2), ActKind.RECHECKED);
        return ChronoUnit.DAYS.between(before, day(run.get(run.size() - 1), ActKind.RECHECKED));
    }

    private static List<StrandFile> refusedUpTo(CaseFile file, int order) {
        List<StrandFile> run = new ArrayList<>();
        for (int number = order; number >= 1; number--) {
            StrandFile strand = file.strand(new Strand(Procedure.ORDER, number));
            if (strand.reached().filter(stage -> stage == Stage.REFUSED).isEmpty()) {
                break;
            }
            run.add(0, strand);
        }
        return run;
    }

    private static LocalDate day(StrandFile strand, ActKind kind) {
        return strand.last(kind)
                .map(CaseAct::day)
                .orElseThrow(() -> new IllegalStateException(strand.strand() + " without " + kind));
    }

    /**
     * The surcharge of a strand as of a day; empty before the decision is served, or while the period of payment is not known.
     *
     * @param until the day of payment, or the day that asks
     */
    public Optional<Surcharge> surcharge(CaseFile file, Strand strand, LocalDate until) {
        CaseClock clock = new CaseClock(terms);
        StrandFile steps = file.strand(strand);
        Optional<LocalDate> decided = steps.last(ActKind.DECIDED).map(CaseAct::day);
        Optional<LocalDate> lastInTime = clock.latest(file, strand, PAYMENT).flatMap(period -> period.end()
                .match(
                        ends -> Optional.of(ends.calculation().last()),
                        halted -> Optional.empty(),
                        notCounted -> Optional.empty()));
        return steps.fine()
                .flatMap(fine -> decided.flatMap(day -> lastInTime.map(last -> Surcharge.of(
                        fine, Surcharge.Rate.at(terms.penalties(), day), last, until, clock.tollings(steps)))));
    }
}
