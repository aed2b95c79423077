package io.stackwatch.gateway.api;

import io.stackwatch.gateway.forecast.RunningHour;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What can still become of the hour that an outlet is in.
 *
 * @param legalEffect always false: an hour is judged by what is reported of it when it is over
 */
record ForecastView(String outlet, Instant asOf, boolean legalEffect, List<Line> factors) {

    /** What can become of one factor's hour. */
    enum Prospect {
        /** Whatever comes, it exceeds. */
        CANNOT_COMPLY,
        /** It complies if the open minutes stay at or below a mean. */
        STAY_BELOW,
        /** Every minute is known and their mean complies. */
        COMPLIES,
        /** Too many minutes are lost for a mean. */
        NOT_JUDGEABLE
    }

    /**
     * One factor.
     *
     * @param converted whether the minutes are in the reference conditions of the limit
     * @param mean what the open minutes must not exceed in the mean; the lowest mean that the hour can have where it cannot
     *     comply, its mean where all is known; absent where there is none
     * @param judged where it cannot comply: whether enough minutes are known for a verdict
     */
    record Line(
            Named factor,
            Instant hour,
            AppliedLimit limit,
            boolean converted,
            int valid,
            int invalid,
            int open,
            Prospect prospect,
            Optional<Quantity> mean,
            boolean judged) {}

    static ForecastView of(String outlet, Instant asOf, List<RunningHour> hours, FactorNames names) {
        return new ForecastView(
                outlet,
                asOf,
                false,
                hours.stream().map(hour -> line(hour, names)).toList());
    }

    private static Line line(RunningHour hour, FactorNames names) {
        AppliedLimit limit = StoredShapes.limit(hour.limit());
        return new Line(
                names.of(hour.factor()),
                hour.hour(),
                limit,
                hour.converted(),
                hour.valid(),
                hour.invalid(),
                hour.open(),
                hour.forecast()
                        .match(
                                cannot -> Prospect.CANNOT_COMPLY,
                                stay -> Prospect.STAY_BELOW,
                                complies -> Prospect.COMPLIES,
                                lost -> Prospect.NOT_JUDGEABLE),
                hour.forecast()
                        .match(
                                cannot -> Optional.of(cannot.best()),
                                stay -> Optional.of(stay.mean()),
                                complies -> Optional.of(complies.mean()),
                                lost -> Optional.<BigDecimal>empty())
                        .map(mean -> new Quantity(mean.toPlainString(), limit.unit())),
                hour.forecast().match(cannot -> cannot.judged(), stay -> false, complies -> true, lost -> false));
    }
}
