package io.stackwatch.core.enforcement;

import io.stackwatch.core.deadline.Period;
import io.stackwatch.core.deadline.Role;
import java.time.LocalDate;

/**
 * A period of a case that nobody has ended yet.
 *
 * @param file of which case
 * @param running the period
 * @param owner who must act
 * @param passed what follows when its last day has passed
 */
public record OpenDeadline(CaseFileId file, RunningPeriod running, Role owner, Period.Passing passed) {

    /** Where it stands on a day. */
    public enum Standing {
        /** It runs. */
        RUNNING,
        /** Its owner is to be reminded. */
        WARN,
        /** Its last day has passed. */
        PASSED,
        /** It does not run at present. */
        HALTED,
        /** It cannot be counted, such as in a year whose holidays are not known. */
        NOT_COUNTED
    }

    /** Where it stands on a day. */
    public Standing on(LocalDate day) {
        return running.end()
                .match(
                        ends -> ends.calculation().last().isBefore(day)
                                ? Standing.PASSED
                                : ends.calculation().warnOn().isAfter(day) ? Standing.RUNNING : Standing.WARN,
                        halted -> Standing.HALTED,
                        notCounted -> Standing.NOT_COUNTED);
    }
}
