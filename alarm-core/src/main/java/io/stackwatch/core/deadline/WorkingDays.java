package io.stackwatch.core.deadline;

import io.stackwatch.core.registry.DataTable;
import io.stackwatch.core.registry.Verification;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which days are worked: weekdays, but for the holidays and make-up working days that the State Council arranges each year.
 *
 * <p>A year of which no row is known is an {@link IllegalArgumentException} that says so: no holidays known is not the same as
 * no holidays. Immutable.
 */
public final class WorkingDays {

    private static final String TABLE = "work-calendar.csv";

    private final Map<LocalDate, CalendarDay> arranged;
    private final Map<Integer, Verification> marks;

    private WorkingDays(Map<LocalDate, CalendarDay> arranged) {
        this.arranged = Collections.unmodifiableMap(arranged);
        Map<Integer, Set<Verification>> byYear = new TreeMap<>();
        arranged.values().forEach(day -> byYear.computeIfAbsent(day.date().getYear(), year -> new TreeSet<>())
                .add(day.mark()));
        Map<Integer, Verification> weakest = new TreeMap<>();
        byYear.forEach((year, found) -> weakest.put(year, Verification.weakest(found)));
        this.marks = Collections.unmodifiableMap(weakest);
    }

    /** The calendar that comes with the program. */
    public static WorkingDays load() {
        return of(DataTable.resource(WorkingDays.class, TABLE));
    }

    /** Reads it from a table with the columns first, last, kind, name, source, mark. */
    public static WorkingDays of(DataTable table) {
        Map<LocalDate, CalendarDay> days = new HashMap<>();
        for (DataTable.Row row : table.rows()) {
            LocalDate first = date(row, "first");
            LocalDate last = date(row, "last");
            if (last.isBefore(first)) {
                throw row.fault("last", last + " is before " + first);
            }
            boolean holiday = row.constant("kind", RowKind.class) == RowKind.HOLIDAY;
            for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
                if (!holiday && !weekend(date)) {
                    throw row.fault("kind", date + " is a " + date.getDayOfWeek() + ", worked without any row");
                }
                CalendarDay day = new CalendarDay(
                        date,
                        holiday ? CalendarDay.Kind.HOLIDAY : CalendarDay.Kind.MAKE_UP_WORKDAY,
                        row.text("name"),
                        row.constant("mark", Verification.class));
                if (days.put(date, day) != null) {
                    throw row.fault("first", "two rows say what " + date + " is");
                }
                row.text("source");
            }
        }
        return new WorkingDays(days);
    }

    private enum RowKind {
        HOLIDAY,
        WORKDAY
    }

    private static LocalDate date(DataTable.Row row, String column) {
        try {
            return LocalDate.parse(row.text(column));
        } catch (java.time.format.DateTimeParseException e) {
            throw row.fault(column, "'" + row.cell(column) + "' is not a date such as 2026-10-01");
        }
    }

    /** What a day is. */
    public CalendarDay day(LocalDate date) {
        Verification mark = marks.get(date.getYear());
        if (mark == null) {
            throw new IllegalArgumentException(unknown(date));
        }
        CalendarDay known = arranged.get(date);
        if (known != null) {
            return known;
        }
        CalendarDay.Kind kind = weekend(date) ? CalendarDay.Kind.WEEKEND : CalendarDay.Kind.WORKDAY;
        return new CalendarDay(date, kind, "", mark);
    }

    /** Whether a day is worked. */
    public boolean working(LocalDate date) {
        return day(date).working();
    }

    /** Whether the arrangement of a day's year is known. */
    public boolean knows(LocalDate date) {
        return marks.containsKey(date.getYear());
    }

    /** Why a day of a year that is not known cannot be counted. */
    String unknown(LocalDate date) {
        return "the holidays of " + date.getYear() + " are not known, so " + date
                + " cannot be counted: add the State Council's arrangement of that year to " + TABLE + ", which has "
                + marks.keySet();
    }

    /** The years that are known, each with the weakest mark of its rows. */
    public Map<Integer, Verification> years() {
        return marks;
    }

    /** Every day that is not what its weekday says, in order. */
    public List<CalendarDay> arranged() {
        List<CalendarDay> days = new ArrayList<>(new TreeMap<>(arranged).values());
        return List.copyOf(days);
    }

    private static boolean weekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
