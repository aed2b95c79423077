package io.stackwatch.core.transmission;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.LegalTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Set;

/**
 * The rows that counting goes by, as they are in force at an instant.
 *
 * @param required the rate that is required, such as 0.90
 * @param warnBelow below this a rate is near to failing, such as 0.95
 * @param farBelow below this a circular lists separately, such as 0.60
 * @param grace how long after its end an hour is received in time
 * @param marksClose time of the following day until which marks of a day are filed
 * @param freezeDay day of the following month on which a month is frozen, at its first instant
 * @param spareTime how much of an hour an equipment mark may take without taking the hour: 60 - 45 minutes
 * @param standardChecks how many hours of a day a standard check takes out of the count
 * @param checkedFactors factors whose instruments make standard checks
 */
public record CountTerms(
        BigDecimal required,
        BigDecimal warnBelow,
        BigDecimal farBelow,
        Duration grace,
        LocalTime marksClose,
        int freezeDay,
        Duration spareTime,
        int standardChecks,
        Set<FactorCode> checkedFactors) {

    public CountTerms {
        if (required.compareTo(warnBelow) > 0 || farBelow.compareTo(required) > 0) {
            throw new IllegalArgumentException(
                    "far below, required, warn below in this order: " + farBelow + ", " + required + ", " + warnBelow);
        }
        if (freezeDay < 1 || freezeDay > 28) {
            throw new IllegalArgumentException("a month is frozen on a day that every month has: " + freezeDay);
        }
        checkedFactors = Set.copyOf(checkedFactors);
    }

    /** First instant at which no mark for the legal day of an hour is filed in time any more. */
    public Instant marksCloseAt(Instant hour) {
        return hour.atZone(LegalTime.ZONE)
                .toLocalDate()
                .plusDays(1)
                .atTime(marksClose)
                .atZone(LegalTime.ZONE)
                .toInstant();
    }

    /** The instant at which a month is frozen; vouchers (凭证) count that came before. */
    public Instant freezeOf(YearMonth month) {
        return month.plusMonths(1).atDay(freezeDay).atStartOfDay(LegalTime.ZONE).toInstant();
    }

    /** The instant at which the month of an hour is frozen. */
    public Instant freezeOf(Instant hour) {
        return freezeOf(YearMonth.from(hour.atZone(LegalTime.ZONE)));
    }
}
