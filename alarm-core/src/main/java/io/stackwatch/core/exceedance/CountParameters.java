package io.stackwatch.core.exceedance;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.transmission.CountTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows by which hours are counted, made into the terms of {@code transmission}. */
public final class CountParameters {

    private CountParameters() {}

    /** The terms in force at an instant; a month is counted by those of its first one. */
    public static CountTerms at(RuleParameters parameters, Instant instant) {
        return new CountTerms(
                parameters.decimal("rate.required", instant),
                parameters.decimal("rate.warn-below", instant),
                parameters.decimal("rate.far-below", instant),
                parameters.duration("receipt.grace", instant),
                parameters.timeOfDay("marking.window-closes", instant),
                parameters.count("month.freeze-day", instant),
                Duration.ofHours(1).minusMinutes(parameters.count("hour.minimum-valid-minutes", instant)),
                parameters.count("count.standard-checks-a-day", instant),
                Stream.of(parameters
                                .at("count.standard-check-factors", instant)
                                .value()
                                .split(" ", -1))
                        .map(FactorCode::new)
                        .collect(Collectors.toSet()));
    }
}
