package io.stackwatch.gateway.history;

import io.stackwatch.core.measurement.DataFlag;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Reading;
import io.stackwatch.core.measurement.ReadingLog;
import io.stackwatch.core.measurement.Span;
import io.stackwatch.core.measurement.Statistic;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** Sulphur dioxide of a coal boiler, and what else a history test says. */
final class ReadingFixture {

    static final OutletId BOILER = new OutletId("DA001");
    static final OutletId KILN = new OutletId("DA002");
    static final FactorCode SO2 = new FactorCode("a21026");
    static final FactorCode DUST = new FactorCode("a34013");
    static final Instant MORNING = Instant.parse("2026-11-24T00:00:00Z");

    private ReadingFixture() {}

    static ReadingLog.Entry hour(OutletId outlet, FactorCode factor, Instant start, String value) {
        return entry(outlet, factor, Span.HOUR, start, Statistic.AVG, value, Optional.of(DataFlag.NORMAL));
    }

    static ReadingLog.Entry entry(
            OutletId outlet,
            FactorCode factor,
            Span span,
            Instant start,
            Statistic statistic,
            String value,
            Optional<DataFlag> flag) {
        return entry(outlet, factor, span, start, statistic, value, flag, Unit.MILLIGRAMS_PER_CUBIC_METRE);
    }

    static ReadingLog.Entry entry(
            OutletId outlet,
            FactorCode factor,
            Span span,
            Instant start,
            Statistic statistic,
            String value,
            Optional<DataFlag> flag,
            Unit unit) {
        return new ReadingLog.Entry(
                outlet,
                new Reading(
                        new Mn("MN-" + outlet),
                        factor,
                        span,
                        start,
                        statistic,
                        value,
                        new BigDecimal(value),
                        unit,
                        flag));
    }

    static ReadingLog.Figure figure(OutletId outlet, FactorCode factor, Statistic statistic, Span span) {
        return new ReadingLog.Figure(outlet, factor, statistic, span);
    }
}
