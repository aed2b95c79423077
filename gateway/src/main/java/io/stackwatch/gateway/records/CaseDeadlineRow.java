package io.stackwatch.gateway.records;

import io.stackwatch.core.deadline.Period;
import io.stackwatch.core.deadline.PeriodId;
import io.stackwatch.core.deadline.Role;
import io.stackwatch.core.enforcement.CaseFileId;
import io.stackwatch.core.enforcement.Strand;
import io.stackwatch.core.registry.RegionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A deadline of a case as it stands.
 *
 * @param file of which case
 * @param strand of which strand
 * @param number among those that the strand has begun, from 1
 * @param county of the case
 * @param period of which kind
 * @param owner who must act
 * @param passing what follows when its last day has passed
 * @param begun the day on which it began
 * @param standing how it stands
 * @param lastDay its last day, as far as it is known
 * @param overOn the day on which an act ended it
 * @param warnAt from when on its owner is to be reminded
 * @param passesAt the first instant behind its last day
 * @param warnedAt when the sweep reminded its owner
 * @param passedAt when the sweep saw that it had passed
 * @param words the calculation, line by line, or why it has no last day
 */
public record CaseDeadlineRow(
        CaseFileId file,
        Strand strand,
        int number,
        RegionCode county,
        PeriodId period,
        Role owner,
        Period.Passing passing,
        LocalDate begun,
        Standing standing,
        Optional<LocalDate> lastDay,
        Optional<LocalDate> overOn,
        Optional<Instant> warnAt,
        Optional<Instant> passesAt,
        Optional<Instant> warnedAt,
        Optional<Instant> passedAt,
        List<String> words) {

    public CaseDeadlineRow {
        words = List.copyOf(words);
    }

    /** How it stands. Names are stored and never change. */
    public enum Standing {
        /** Nobody has ended it, and its last day is known. */
        RUNNING,
        /** It does not run at present. */
        HALTED,
        /** It cannot be counted, such as in a year whose holidays are not known. */
        NOT_COUNTED,
        /** An act has ended it. */
        OVER
    }

    /** When the sweep must look at it next. */
    public Optional<Instant> lookAt() {
        if (standing != Standing.RUNNING || passedAt.isPresent()) {
            return Optional.empty();
        }
        return warnedAt.isPresent() ? passesAt : warnAt;
    }

    /** The same, of which its owner was reminded. */
    public CaseDeadlineRow warned(Instant at) {
        return told(Optional.of(at), passedAt);
    }

    /** The same, whose last day has passed. */
    public CaseDeadlineRow passed(Instant at) {
        return told(warnedAt, Optional.of(at));
    }

    /** The same with what the sweep has told of it before, if its last day is still that one. */
    public CaseDeadlineRow toldLike(CaseDeadlineRow before) {
        return before.lastDay.equals(lastDay) ? told(before.warnedAt, before.passedAt) : this;
    }

    private CaseDeadlineRow told(Optional<Instant> warned, Optional<Instant> gone) {
        return new CaseDeadlineRow(
                file, strand, number, county, period, owner, passing, begun, standing, lastDay, overOn, warnAt,
                passesAt, warned, gone, words);
    }
}
