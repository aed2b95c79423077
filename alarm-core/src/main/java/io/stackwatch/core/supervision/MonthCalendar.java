package io.stackwatch.core.supervision;

import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.registry.DataTable;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Verification;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * When what is due of a month: dated rows of {@code month-calendar.csv}. A month follows the rows that hold at its end. Immutable.
 */
public final class MonthCalendar {

    private static final int SHORTEST_MONTH = 28;

    /**
     * One row.
     *
     * @param moment which moment
     * @param monthsLater 0: in the month itself, 1: in the next
     * @param day day of that month, 1 to 28
     * @param time time of that day
     * @param effective for months that end while it holds
     * @param source where it comes from
     * @param mark how far it has been checked
     */
    public record Row(
            MonthMoment moment,
            int monthsLater,
            int day,
            LocalTime time,
            Effective effective,
            String source,
            Verification mark) {}

    private final List<Row> rows;

    private MonthCalendar(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    /** The calendar that comes with the program. */
    public static MonthCalendar load() {
        return of(DataTable.resource(MonthCalendar.class, "month-calendar.csv"));
    }

    /** Reads it from a table with the columns moment, months_later, day, time, from, until, source, mark. */
    public static MonthCalendar of(DataTable table) {
        List<Row> rows = new ArrayList<>();
        for (DataTable.Row row : table.rows()) {
            Row read = new Row(
                    row.constant("moment", MonthMoment.class),
                    number(row, "months_later", 0, 1),
                    number(row, "day", 1, SHORTEST_MONTH),
                    time(row),
                    row.effective(LegalTime.ZONE),
                    row.text("source"),
                    row.constant("mark", Verification.class));
            if (rows.stream()
                    .anyMatch(other ->
                            other.moment() == read.moment() && other.effective().overlaps(read.effective()))) {
                throw row.fault("from", "two rows of " + read.moment() + " hold at the same time");
            }
            rows.add(read);
        }
        return new MonthCalendar(rows);
    }

    private static int number(DataTable.Row row, String column, int least, int most) {
        String text = row.text(column);
        if (!text.matches("\\d{1,2}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw row.fault(
                    column, String.format(Locale.ROOT, "'%s' is not a number from %d to %d", text, least, most));
        }
        return Integer.parseInt(text);
    }

    private static LocalTime time(DataTable.Row row) {
        try {
            return LocalTime.parse(row.text("time"));
        } catch (DateTimeException e) {
            throw row.fault("time", "'" + row.cell("time") + "' is not a time of day such as 13:00");
        }
    }

    /** Every row. */
    public List<Row> rows() {
        return rows;
    }

    /** The row that a month follows. */
    public Row row(MonthMoment moment, YearMonth month) {
        Instant end = end(month);
        return rows.stream()
                .filter(row -> row.moment() == moment && row.effective().contains(end))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no row " + moment + " for " + month));
    }

    /** The first instant at which what the moment brings is due. */
    public Instant due(MonthMoment moment, YearMonth month) {
        Row row = row(moment, month);
        return month.plusMonths(row.monthsLater())
                .atDay(row.day())
                .atTime(row.time())
                .atZone(LegalTime.ZONE)
                .toInstant();
    }

    /** The first instant of a month in legal time. */
    public static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(LegalTime.ZONE).toInstant();
    }

    /** The first instant behind a month in legal time. */
    public static Instant end(YearMonth month) {
        return start(month.plusMonths(1));
    }

    /** The month that an instant lies in. */
    public static YearMonth monthOf(Instant instant) {
        return YearMonth.from(instant.atZone(LegalTime.ZONE));
    }
}
