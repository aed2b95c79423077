package io.stackwatch.core.enforcement;

import io.stackwatch.core.deadline.Period;
import io.stackwatch.core.deadline.PeriodEnd;
import io.stackwatch.core.deadline.PeriodId;
import io.stackwatch.core.deadline.Tolling;
import io.stackwatch.core.measurement.LegalTime;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the clocks of a case let be done on a day. */
final class TimeGuards {

    private static final Set<Tolling.Cause> APPEALS = Set.of(Tolling.Cause.RECONSIDERATION, Tolling.Cause.LITIGATION);
    private static final PeriodId LIMITATION = new PeriodId("limitation");
    private static final PeriodId LIMITATION_WITH_HARM = new PeriodId("limitation-harm");

    private TimeGuards() {}

    static Optional<String> past(Situation situation, String name) {
        Optional<RunningPeriod> period = situation.period(name);
        return period.isEmpty() ? Optional.of(name + " was not begun") : stillRuns(situation, period.get());
    }

    static Optional<String> pastIfStarted(Situation situation, String name) {
        return situation.period(name).flatMap(period -> stillRuns(situation, period));
    }

    private static Optional<String> stillRuns(Situation situation, RunningPeriod period) {
        return period.pastOn(situation.day()) ? Optional.empty() : Optional.of(period.text());
    }

    static Optional<String> within(Situation situation, String name) {
        Optional<RunningPeriod> period = situation.period(name);
        if (period.isEmpty()) {
            return Optional.of(name + " was not begun");
        }
        return period.get().within(situation.day())
                ? Optional.empty()
                : Optional.of(period.get().text());
    }

    static Optional<String> started(Situation situation, String name) {
        return situation.period(name).isPresent() ? Optional.empty() : Optional.of(name + " was not begun");
    }

    static Optional<String> notStarted(Situation situation, String name) {
        return situation.period(name).map(period -> name + " was begun on " + period.begun());
    }

    static Optional<String> halted(Situation situation, String cause) {
        return open(situation).contains(Tolling.Cause.valueOf(cause))
                ? Optional.empty()
                : Optional.of("no " + cause + " goes on");
    }

    static Optional<String> appealPending(Situation situation) {
        return open(situation).stream().anyMatch(APPEALS::contains)
                ? Optional.empty()
                : Optional.of("no appeal goes on");
    }

    static Optional<String> noAppealPending(Situation situation) {
        return open(situation).stream().filter(APPEALS::contains).findFirst().map(cause -> cause + " goes on");
    }

    private static List<Tolling.Cause> open(Situation situation) {
        return new CaseClock(situation.terms())
                .tollings(situation.strand()).stream()
                        .filter(tolling -> tolling.last().isEmpty())
                        .map(Tolling::cause)
                        .toList();
    }

    static Optional<String> notTimeBarred(Situation situation) {
        return situation.violation().flatMap(violation -> {
            LocalDate ended = violation.ended().atZone(LegalTime.ZONE).toLocalDate();
            Period period = situation.terms().periods().at(violation.harm() ? LIMITATION_WITH_HARM : LIMITATION, ended);
            PeriodEnd end = situation.terms().count().end(period, ended, List.of());
            return end.passedBefore(situation.day())
                    ? Optional.of("the act ended on " + ended + ", more than " + period.length() + " " + period.unit()
                            + " ago")
                    : Optional.empty();
        });
    }

    static Optional<String> fullMonthPassed(Situation situation) {
        return situation.strand().last(ActKind.RELEASE_APPLIED).flatMap(applied -> {
            YearMonth month = YearMonth.from(applied.day()).plusMonths(1);
            return situation.day().isAfter(month.atEndOfMonth())
                    ? Optional.empty()
                    : Optional.of("the full month " + month + " is not over");
        });
    }
}
