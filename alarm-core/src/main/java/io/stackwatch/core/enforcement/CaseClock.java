package io.stackwatch.core.enforcement;

import io.stackwatch.core.deadline.Period;
import io.stackwatch.core.deadline.PeriodEnd;
import io.stackwatch.core.deadline.PeriodId;
import io.stackwatch.core.deadline.Tolling;
import io.stackwatch.core.enforcement.StrandFile.Taken;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The periods that the steps of a case have begun, halted and ended, read again from its acts. Pure; safe to share. */
public final class CaseClock {

    private final CaseTerms terms;

    public CaseClock(CaseTerms terms) {
        this.terms = terms;
    }

    /** Every period that a strand has begun, in order; also those that are over. */
    public List<RunningPeriod> periods(CaseFile file, Strand strand) {
        StrandFile steps = file.strand(strand);
        List<Tolling> tollings = tollings(steps);
        List<RunningPeriod> periods = new ArrayList<>();
        for (Taken step : steps.steps()) {
            LocalDate day = step.act().day();
            for (PeriodId ended : step.row().ends()) {
                periods.replaceAll(period ->
                        period.period().equals(ended) && period.over().isEmpty() ? period.overOn(day) : period);
            }
            for (ProcessRow.PeriodStart start : step.row().starts()) {
                periods.add(begin(strand, start, day, periods, tollings));
            }
        }
        endedElsewhere(file, strand, periods);
        if (!steps.steps().isEmpty() && steps.stage().end()) {
            LocalDate end = steps.steps().get(steps.steps().size() - 1).act().day();
            periods.replaceAll(period -> period.over().isEmpty() ? period.overOn(end) : period);
        }
        return List.copyOf(periods);
    }

    /** An act of one strand may end a period of another: a served order ends the time within which it was to be served. */
    private static void endedElsewhere(CaseFile file, Strand strand, List<RunningPeriod> periods) {
        for (StrandFile other : file.strands().values()) {
            for (Taken step : other.steps()) {
                LocalDate day = step.act().day();
                for (ProcessRow.Elsewhere ended : step.row().endsElsewhere()) {
                    if (ended.procedure() == strand.procedure()) {
                        periods.replaceAll(period -> period.period().equals(ended.period())
                                        && period.over().isEmpty()
                                        && !day.isBefore(period.begun())
                                ? period.overOn(day)
                                : period);
                    }
                }
            }
        }
    }

    private RunningPeriod begin(
            Strand strand,
            ProcessRow.PeriodStart start,
            LocalDate day,
            List<RunningPeriod> before,
            List<Tolling> tollings) {
        if (start.behind().isEmpty()) {
            Period period = terms.periods().at(start.period(), day);
            return new RunningPeriod(
                    strand, start.period(), day, terms.count().end(period, day, tollings), Optional.empty());
        }
        PeriodId base = start.behind().get();
        PeriodEnd end = before.stream()
                .filter(period -> period.period().equals(base))
                .reduce((earlier, later) -> later)
                .map(period -> behind(start.period(), period, tollings))
                .orElseThrow(() -> new IllegalStateException(start + " begins behind a period that was not begun"));
        return new RunningPeriod(strand, start.period(), day, end, Optional.empty());
    }

    private PeriodEnd behind(PeriodId id, RunningPeriod base, List<Tolling> tollings) {
        return base.end()
                .match(
                        ends -> {
                            LocalDate last = ends.calculation().last();
                            return terms.count().end(terms.periods().at(id, last), last, tollings);
                        },
                        halted -> new PeriodEnd.NotCounted(
                                terms.periods().at(id, base.begun()), base.begun(), base.text()),
                        notCounted -> new PeriodEnd.NotCounted(
                                terms.periods().at(id, base.begun()), base.begun(), notCounted.why()));
    }

    /** The days that a strand's periods do not count. */
    public List<Tolling> tollings(StrandFile strand) {
        Map<Tolling.Cause, LocalDate> open = new EnumMap<>(Tolling.Cause.class);
        List<Tolling> tollings = new ArrayList<>();
        for (Taken step : strand.steps()) {
            LocalDate day = step.act().day();
            for (Tolling.Cause cause : step.row().resumes()) {
                LocalDate since = open.remove(cause);
                if (since != null) {
                    tollings.add(new Tolling(cause, since, Optional.of(day.isBefore(since) ? since : day)));
                }
            }
            step.row().halts().forEach(cause -> open.putIfAbsent(cause, day));
        }
        open.forEach((cause, since) -> tollings.add(new Tolling(cause, since, Optional.empty())));
        return List.copyOf(tollings);
    }

    /** The period of that name that a strand began last, if it did. */
    public Optional<RunningPeriod> latest(CaseFile file, Strand strand, PeriodId period) {
        return periods(file, strand).stream()
                .filter(running -> running.period().equals(period))
                .reduce((earlier, later) -> later);
    }

    /** What is owed in a case, or will lapse, and by whom; the strands in order. */
    public List<OpenDeadline> open(CaseFile file) {
        List<OpenDeadline> open = new ArrayList<>();
        for (Strand strand : file.strands().keySet()) {
            for (RunningPeriod running : periods(file, strand)) {
                if (running.over().isEmpty()) {
                    Period period = terms.periods().at(running.period(), running.begun());
                    open.add(new OpenDeadline(file.id(), running, period.owner(), period.passed()));
                }
            }
        }
        return List.copyOf(open);
    }
}
