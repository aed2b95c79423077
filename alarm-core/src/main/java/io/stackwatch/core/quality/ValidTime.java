package io.stackwatch.core.quality;

import io.stackwatch.core.exceedance.RuleParameter;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.LegalTime;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;

/**
 * How much makes a valid minute, hour, day and month (HJ 76-2017 annex B): 45 minutes an hour, 20 hours a day, 25 days a
 * month, 23 in February. Each number is a dated row. Immutable.
 */
public final class ValidTime {

    private final RuleParameters parameters;

    public ValidTime(RuleParameters parameters) {
        this.parameters = parameters;
    }

    /** Whether a minute has enough usable samples. */
    public Sufficiency minute(int usableSamples, Instant minute) {
        return against(usableSamples, "averaging.minimum-samples", minute);
    }

    /** Whether an hour has enough valid minutes. */
    public Sufficiency hour(int validMinutes, Instant hour) {
        return against(validMinutes, "hour.minimum-valid-minutes", hour);
    }

    /** Whether a legal day has enough valid hours. */
    public Sufficiency day(int validHours, LocalDate day) {
        return against(
                validHours,
                "day.minimum-valid-hours",
                day.atStartOfDay(LegalTime.ZONE).toInstant());
    }

    /** Whether a month has enough valid days; February needs fewer, in leap years too. */
    public Sufficiency month(int validDays, YearMonth month) {
        String name =
                month.getMonth() == Month.FEBRUARY ? "month.minimum-valid-days-february" : "month.minimum-valid-days";
        return against(
                validDays, name, month.atDay(1).atStartOfDay(LegalTime.ZONE).toInstant());
    }

    private Sufficiency against(int had, String name, Instant instant) {
        RuleParameter row = parameters.at(name, instant);
        int needed = new BigDecimal(row.value()).intValueExact();
        return had >= needed ? new Sufficiency.Enough(had, needed, row) : new Sufficiency.TooFew(had, needed, row);
    }
}
