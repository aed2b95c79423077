package io.stackwatch.core.enforcement;

import io.stackwatch.core.deadline.PeriodId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What the guards of a row look at.
 *
 * @param file the file before the act
 * @param act what somebody wants to do
 * @param terms the rows by which it is decided
 * @param process the tables
 */
record Situation(CaseFile file, CaseAct act, CaseTerms terms, CaseProcess process) {

    /** The strand of the act, before it. */
    StrandFile strand() {
        return file.strand(act.header().strand());
    }

    Actor by() {
        return act.header().by();
    }

    LocalDate day() {
        return act.day();
    }

    /** The period of that name that the strand began last. */
    Optional<RunningPeriod> period(String name) {
        return new CaseClock(terms).latest(file, act.header().strand(), new PeriodId(name));
    }

    Optional<FileSubject.Violation> violation() {
        return file.subject().match(Optional::of, county -> Optional.empty());
    }
}
