package io.stackwatch.simulator.conform;

import java.time.Duration;
import java.util.List;

/**
 * A case and what it came to.
 *
 * @param played the case
 * @param verdict what it came to
 * @param transcript what went over the wires, passwords and keys replaced
 * @param took how long it was played
 */
public record CaseResult(ConformanceCase played, Verdict verdict, List<String> transcript, Duration took) {

    public CaseResult {
        transcript = List.copyOf(transcript);
    }

    /** A case that was not played. */
    static CaseResult notRun(ConformanceCase played, String reason) {
        return new CaseResult(played, new Verdict.NotRun(reason), List.of(), Duration.ZERO);
    }

    /** The verdict and the grade in one word. */
    public Mark mark() {
        return verdict.match(
                kept -> Mark.PASSED,
                broken -> played.grade() == Rule.Grade.SHALL ? Mark.FAILED : Mark.WARNED,
                notRun -> Mark.NOT_RUN);
    }

    /** One word for a case. */
    public enum Mark {
        /** The rule is kept. */
        PASSED,
        /** A rule of the standard is not kept. */
        FAILED,
        /** Something that the standard does not say, or not to everybody, is not kept. */
        WARNED,
        /** Not played; never to be read as passed. */
        NOT_RUN
    }
}
