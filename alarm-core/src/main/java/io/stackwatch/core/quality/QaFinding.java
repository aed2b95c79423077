package io.stackwatch.core.quality;

import java.util.Optional;

/**
 * What a check comes to, and what decided it.
 *
 * @param result what it comes to
 * @param ground what decided it
 * @param row the row it was compared with, if it was
 * @param contradictsStated whether the record itself states another result: an officer looks at it
 */
public record QaFinding(QaResult result, Ground ground, Optional<QaLimit> row, boolean contradictsStated) {

    /** What decided a result. Names are stored and never change. */
    public enum Ground {
        /** The figures against a row of the table. */
        FIGURES,
        /** The result that the record states: there are no figures that a row judges. */
        STATED,
        /** No row, and no result stated. */
        NO_ROW,
        /** There is a row, but no figures that it judges, and no result stated. */
        NO_FIGURES
    }
}
