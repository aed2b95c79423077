package io.stackwatch.core.alarm;

import io.stackwatch.core.exceedance.Fraction;
import io.stackwatch.core.exceedance.HourOutcome;
import io.stackwatch.core.exceedance.RuleParameters;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/** How grave an exceedance is: by its worst hour, and by how many clock hours in a row exceed. */
final class ExceedanceLevel {

    private static final Duration HOUR = Duration.ofHours(1);

    private ExceedanceLevel() {}

    /** The level of exceeding hours in order of time; at least yellow. */
    static AlarmLevel of(Collection<HourOutcome> exceeding, RuleParameters parameters, Instant hour) {
        BigDecimal orange = parameters.decimal("exceedance.level.orange-from", hour);
        BigDecimal red = parameters.decimal("exceedance.level.red-from", hour);
        Duration redFromHours = parameters.duration("exceedance.level.red-from-hours", hour);
        AlarmLevel level = AlarmLevel.YELLOW;
        Instant runStart = Instant.MIN;
        Instant previous = Instant.MIN;
        for (HourOutcome outcome : exceeding) {
            if (previous.equals(Instant.MIN) || !previous.plus(HOUR).equals(outcome.hour())) {
                runStart = outcome.hour();
            }
            previous = outcome.hour();
            Fraction ratio = outcome.ratio().orElseThrow();
            boolean longRun = Duration.between(runStart, previous).plus(HOUR).compareTo(redFromHours) >= 0;
            if (longRun || ratio.compareTo(red) >= 0) {
                level = level.or(AlarmLevel.RED);
            } else if (ratio.compareTo(orange) >= 0) {
                level = level.or(AlarmLevel.ORANGE);
            }
        }
        return level;
    }
}
