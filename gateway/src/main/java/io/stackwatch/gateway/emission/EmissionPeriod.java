package io.stackwatch.gateway.emission;

import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.quality.Quarter;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A legal day, month, quarter or year over which is summed up.
 *
 * @param text as it is written: 2026-11-24, 2026-11, 2026-Q4 or 2026
 * @param window the same in time
 */
public record EmissionPeriod(String text, Window window) {

    private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-(?:Q([1-4])|(\\d{2})(?:-(\\d{2}))?))?");

    private static final int DAY = 10;
    private static final int MONTH = 7;

    /** Reads it; {@link IllegalArgumentException} or a DateTimeException if it is none. */
    public static EmissionPeriod parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("no day, month, quarter or year: " + text);
        }
        if (form.group(2) != null) {
            return new EmissionPeriod(
                    text, new Quarter(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2))).window());
        }
        if (form.group(4) != null) {
            return ofDays(text, LocalDate.parse(text), LocalDate.parse(text).plusDays(1));
        }
        if (form.group(3) != null) {
            YearMonth month = YearMonth.parse(text);
            return ofDays(text, month.atDay(1), month.plusMonths(1).atDay(1));
        }
        Year year = Year.parse(text);
        return ofDays(text, year.atDay(1), year.plusYears(1).atDay(1));
    }

    private static EmissionPeriod ofDays(String text, LocalDate first, LocalDate behind) {
        return new EmissionPeriod(
                text,
                new Window(
                        first.atStartOfDay(LegalTime.ZONE).toInstant(),
                        behind.atStartOfDay(LegalTime.ZONE).toInstant()));
    }

    /** The legal day, if it is one. */
    public Optional<LocalDate> day() {
        return text.length() == DAY ? Optional.of(LocalDate.parse(text)) : Optional.empty();
    }

    /** The month, if it is one. */
    public Optional<YearMonth> month() {
        return text.length() == MONTH && text.indexOf('Q') < 0 ? Optional.of(YearMonth.parse(text)) : Optional.empty();
    }

    /** The days or months that it is made of, in order. */
    public List<EmissionPeriod> parts(Split split) {
        List<EmissionPeriod> parts = new ArrayList<>();
        LocalDate at = window.start().atZone(LegalTime.ZONE).toLocalDate();
        LocalDate behind = window.end().atZone(LegalTime.ZONE).toLocalDate();
        while (split != Split.NONE && at.isBefore(behind)) {
            LocalDate next =
                    split == Split.DAY ? at.plusDays(1) : at.withDayOfMonth(1).plusMonths(1);
            parts.add(
                    split == Split.DAY
                            ? parse(at.toString())
                            : parse(YearMonth.from(at).toString()));
            at = next;
        }
        return parts;
    }

    /** What a period is cut into. */
    public enum Split {
        /** Nothing. */
        NONE,
        /** Legal days. */
        DAY,
        /** Months; of a day, the month that it lies in. */
        MONTH
    }
}
