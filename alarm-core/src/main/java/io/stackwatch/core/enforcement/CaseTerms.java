package io.stackwatch.core.enforcement;

import io.stackwatch.core.deadline.PeriodCount;
import io.stackwatch.core.deadline.Periods;
import io.stackwatch.core.penalty.PenaltyParameters;

/**
 * The rows by which a step is decided.
 *
 * @param count the calendar and the way of counting
 * @param periods the periods of the law
 * @param penalties the figures of fines
 * @param law the articles
 */
public record CaseTerms(PeriodCount count, Periods periods, PenaltyParameters penalties, LegalBook law) {

    /** Those that come with the program. */
    public static CaseTerms load() {
        return new CaseTerms(PeriodCount.load(), Periods.load(), PenaltyParameters.load(), LegalBook.load());
    }
}
