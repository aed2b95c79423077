package io.stackwatch.core.exceedance;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The parameters of the hour rule as they were in force in an hour, and the rows they come from. */
record HourParameters(
        int minimumMinutes,
        BigDecimal oxygenOfAir,
        BigDecimal oxygenCeiling,
        BigDecimal denominatorFloor,
        BigDecimal auditTolerance,
        List<RuleParameter> rows) {

    private static final String MINIMUM_MINUTES = "hour.minimum-valid-minutes";
    private static final String OXYGEN_OF_AIR = "oxygen.of-air";
    private static final String CEILING = "oxygen.ceiling";
    private static final String FLOOR = "oxygen.denominator-floor";
    private static final String TOLERANCE = "conversion.audit-tolerance";

    static HourParameters at(RuleParameters parameters, Instant hour) {
        return new HourParameters(
                parameters.count(MINIMUM_MINUTES, hour),
                parameters.decimal(OXYGEN_OF_AIR, hour),
                parameters.decimal(CEILING, hour),
                parameters.decimal(FLOOR, hour),
                parameters.decimal(TOLERANCE, hour),
                List.of(
                        parameters.at(MINIMUM_MINUTES, hour),
                        parameters.at(OXYGEN_OF_AIR, hour),
                        parameters.at(CEILING, hour),
                        parameters.at(FLOOR, hour),
                        parameters.at(TOLERANCE, hour)));
    }

    /** How much of an hour may be lost without the hour being lost. */
    Duration spareTime() {
        return Duration.ofHours(1).minusMinutes(minimumMinutes);
    }
}
