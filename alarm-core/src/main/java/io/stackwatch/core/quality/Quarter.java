package io.stackwatch.core.quality;

import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.measurement.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/**
 * A quarter of a year in legal time: what the capture rate is counted over (HJ 75-2017 part 12).
 *
 * @param year the calendar year
 * @param number 1 to 4
 */
public record Quarter(int year, int number) implements Comparable<Quarter> {

    private static final int MONTHS = 3;

    public Quarter {
        if (number < 1 || number > 4) {
            throw new IllegalArgumentException("a year has quarters 1 to 4: " + number);
        }
    }

    /** The quarter that an instant lies in. */
    public static Quarter containing(Instant instant) {
        ZonedDateTime there = instant.atZone(LegalTime.ZONE);
        return new Quarter(there.getYear(), (there.getMonthValue() - 1) / MONTHS + 1);
    }

    /** From its first instant to the first instant of the next. */
    public Window window() {
        LocalDate first = LocalDate.of(year, (number - 1) * MONTHS + 1, 1);
        return new Window(
                first.atStartOfDay(LegalTime.ZONE).toInstant(),
                first.plusMonths(MONTHS).atStartOfDay(LegalTime.ZONE).toInstant());
    }

    @Override
    public int compareTo(Quarter other) {
        return year == other.year ? Integer.compare(number, other.number) : Integer.compare(year, other.year);
    }

    @Override
    public String toString() {
        return year + "-Q" + number;
    }
}
