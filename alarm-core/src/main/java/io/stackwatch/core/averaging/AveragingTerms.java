package io.stackwatch.core.averaging;

import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.DataFlag;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * The rows that averaging goes by, as they are in force at an instant.
 *
 * @param grid when samples are taken
 * @param minimumSamples how many usable samples a minute needs
 * @param minimumMinutes how many valid minutes an hour needs
 * @param flagOfNothing the mark of an instant or a minute of which nothing is known
 * @param decimals how many decimals a mean is written with
 * @param oxygenOfAir 21 of the conversion, percent
 * @param oxygenCeiling at and above this the conversion has no meaning, percent
 * @param denominatorFloor nor where oxygen of air less oxygen is below this, percent
 */
public record AveragingTerms(
        SampleGrid grid,
        int minimumSamples,
        int minimumMinutes,
        DataFlag flagOfNothing,
        int decimals,
        BigDecimal oxygenOfAir,
        BigDecimal oxygenCeiling,
        BigDecimal denominatorFloor) {

    /** The terms in force at an instant. */
    public static AveragingTerms at(RuleParameters parameters, Instant instant) {
        return new AveragingTerms(
                new SampleGrid(parameters.duration("averaging.sample-step", instant)),
                parameters.count("averaging.minimum-samples", instant),
                parameters.count("hour.minimum-valid-minutes", instant),
                new DataFlag(parameters.at("averaging.flag-of-nothing", instant).value()),
                parameters.count("averaging.decimals", instant),
                parameters.decimal("oxygen.of-air", instant),
                parameters.decimal("oxygen.ceiling", instant),
                parameters.decimal("oxygen.denominator-floor", instant));
    }
}
