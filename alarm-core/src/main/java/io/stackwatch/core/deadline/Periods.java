package io.stackwatch.core.deadline;

import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.registry.DataTable;
import io.stackwatch.core.registry.Verification;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The periods of the law by date. One that is asked for and not there is a broken table. Immutable. */
public final class Periods {

    private final List<Period> rows;

    private Periods(List<Period> rows) {
        this.rows = List.copyOf(rows);
    }

    /** The periods that come with the program. */
    public static Periods load() {
        return of(DataTable.resource(Periods.class, "periods.csv"));
    }

    /** Reads them from a table with the columns of {@code periods.csv}. */
    public static Periods of(DataTable table) {
        List<Period> rows = new ArrayList<>();
        for (DataTable.Row row : table.rows()) {
            Period period = period(row);
            for (Period other : rows) {
                if (other.id().equals(period.id()) && other.effective().overlaps(period.effective())) {
                    throw row.fault("from", "two rows of " + period.id() + " hold at the same time");
                }
            }
            rows.add(period);
        }
        return new Periods(rows);
    }

    private static Period period(DataTable.Row row) {
        Set<Tolling.Cause> tolledBy = EnumSet.noneOf(Tolling.Cause.class);
        for (String cause :
                row.optional("tolled_by").map(text -> text.split(" ")).orElse(new String[0])) {
            tolledBy.add(Tolling.Cause.valueOf(cause));
        }
        return new Period(
                new PeriodId(row.text("id")),
                row.text("chinese"),
                row.decimal("length").intValueExact(),
                row.constant("unit", Period.Unit.class),
                row.constant("last_day", LastDay.class) == LastDay.MOVES_ON,
                row.constant("owner", Role.class),
                row.decimal("warn").intValueExact(),
                row.constant("passed", Period.Passing.class),
                tolledBy,
                tolledBy.isEmpty() ? Verification.VERIFIED : row.constant("tolling_mark", Verification.class),
                row.text("source"),
                row.effective(LegalTime.ZONE),
                row.cell("note"),
                row.constant("mark", Verification.class));
    }

    private enum LastDay {
        MOVES_ON,
        STAYS
    }

    /** Whether a period of that name is known at any time. */
    public boolean knows(PeriodId id) {
        return rows.stream().anyMatch(period -> period.id().equals(id));
    }

    /** The period of that name for what begins on a day. */
    public Period at(PeriodId id, LocalDate day) {
        return find(id, day)
                .orElseThrow(() -> new IllegalArgumentException("no period " + id + " that begins on " + day));
    }

    private Optional<Period> find(PeriodId id, LocalDate day) {
        return rows.stream()
                .filter(period -> period.id().equals(id)
                        && period.effective()
                                .contains(day.atStartOfDay(LegalTime.ZONE).toInstant()))
                .findFirst();
    }

    /** Every row, in the order of the table. */
    public List<Period> rows() {
        return rows;
    }
}
