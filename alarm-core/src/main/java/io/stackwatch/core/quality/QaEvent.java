package io.stackwatch.core.quality;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.OutletId;
import java.time.Instant;
import java.util.Optional;

/**
 * A check of an instrument, as somebody recorded it (质控记录). Never changed; one that is wrong is withdrawn by a further act
 * and recorded anew.
 *
 * @param number identity; orders events of one instant
 * @param subject of what
 * @param mode how it was made
 * @param at when it was made
 * @param figures what it found
 * @param stated the result that the record itself states, if it does: the rows go before it
 * @param document the record's number or place
 */
public record QaEvent(
        long number,
        Subject subject,
        QaMode mode,
        Instant at,
        QaFigures figures,
        Optional<QaResult> stated,
        String document) {

    public QaEvent {
        if (stated.filter(QaResult.NOT_JUDGED::equals).isPresent()) {
            throw new IllegalArgumentException("a record that states nothing states no result: event " + number);
        }
    }

    /**
     * What checks are a series of: one kind of check of one factor's instrument at one outlet. A check says nothing about
     * another series.
     */
    public record Subject(OutletId outlet, FactorCode factor, QaCheck check) {}
}
