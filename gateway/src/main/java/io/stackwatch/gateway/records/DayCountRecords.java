package io.stackwatch.gateway.records;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.transmission.Counts;
import io.stackwatch.core.transmission.DayCount;
import io.stackwatch.core.transmission.Excluded;
import io.stackwatch.core.transmission.MonthLine;
import io.stackwatch.core.transmission.Variant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The counters of days: what the latest counting found. Months that are frozen keep theirs. */
public final class DayCountRecords {

    private static final String SUMS =
            """
            SUM(due) AS due, SUM(received) AS received, SUM(must_be_valid) AS must_be_valid, SUM(valid) AS valid,
            SUM(stopped) AS stopped, SUM(exempt) AS exempt, SUM(own_outage) AS own_outage,
            SUM(standard_check) AS standard_check""";

    private DayCountRecords() {}

    /** Takes a factor's counters of several days. */
    @FunctionalInterface
    public interface Sums {

        void add(OutletId outlet, FactorCode factor, MonthLine line);
    }

    /**
     * Replaces all counters of days by those that were found now; factors that are no longer there go.
     *
     * @param at nothing that became known later is in them
     */
    public static void replace(Handle handle, Collection<OutletDay> days, Collection<DayCount> counts, Instant at) {
        try (RowBatch batch = new RowBatch(handle, "DELETE FROM day_count WHERE outlet = ? AND day = ?")) {
            days.forEach(day -> batch.add(day.outlet().value(), day.day().toString()));
            batch.execute();
        }
        try (RowBatch batch = new RowBatch(
                handle,
                """
                INSERT INTO day_count (outlet, day, factor, variant, due, received, must_be_valid, valid, stopped, exempt,
                  own_outage, standard_check, counted_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            for (DayCount count : counts) {
                Counts four = count.line().counts();
                Excluded out = count.line().excluded();
                batch.add(
                        count.outlet().value(),
                        count.day().toString(),
                        count.factor().value(),
                        count.variant().name(),
                        four.due(),
                        four.received(),
                        four.mustBeValid(),
                        four.valid(),
                        out.stopped(),
                        out.exempt(),
                        out.ownOutage(),
                        out.standardCheck(),
                        at.toEpochMilli());
            }
            batch.execute();
        }
    }

    /** The sums over days, both inclusive, of every factor of the city, by outlet and factor; handed on one by one. */
    public static void sums(Handle handle, LocalDate first, LocalDate last, Variant variant, Sums sums) {
        handle.createQuery("SELECT outlet, factor, " + SUMS
                        + " FROM day_count WHERE variant = ? AND day BETWEEN ? AND ?"
                        + " GROUP BY outlet, factor ORDER BY outlet, factor")
                .bind(0, variant.name())
                .bind(1, first.toString())
                .bind(2, last.toString())
                .map((row, context) -> {
                    sums.add(new OutletId(row.getString("outlet")), new FactorCode(row.getString("factor")), line(row));
                    return true;
                })
                .forEach(added -> {});
    }

    /** The sums over days of some outlets, both inclusive, of each factor, in any order. */
    public static void sumsOf(
            Handle handle, Collection<OutletId> outlets, LocalDate first, LocalDate last, Variant variant, Sums sums) {
        // the variant is no condition: SQLite would go by it and read the days of the whole city for a handful of
        // outlets
        Bulk.query(
                handle,
                "WITH wanted (outlet) AS (VALUES %s) SELECT c.outlet AS outlet, c.factor AS factor,"
                        + " c.variant AS variant, " + SUMS + " FROM wanted w JOIN day_count c ON c.outlet = w.outlet"
                        + " WHERE c.day BETWEEN ? AND ? GROUP BY c.outlet, c.factor, c.variant",
                1,
                outlets,
                (outlet, values) -> values.add(outlet.value()),
                (query, some) -> query.bind(some.size(), first.toString())
                        .bind(some.size() + 1, last.toString())
                        .map((row, context) -> {
                            if (row.getString("variant").equals(variant.name())) {
                                sums.add(
                                        new OutletId(row.getString("outlet")),
                                        new FactorCode(row.getString("factor")),
                                        line(row));
                            }
                            return true;
                        })
                        .forEach(added -> {}));
    }

    /** The counters of an outlet's days, both inclusive, by day and factor. */
    public static List<DayCount> of(Handle handle, OutletId outlet, LocalDate first, LocalDate last, Variant variant) {
        return handle.createQuery(
                        """
                        SELECT * FROM day_count WHERE outlet = ? AND day BETWEEN ? AND ? AND variant = ?
                        ORDER BY day, factor""")
                .bind(0, outlet.value())
                .bind(1, first.toString())
                .bind(2, last.toString())
                .bind(3, variant.name())
                .map((row, context) -> new DayCount(
                        outlet,
                        new FactorCode(row.getString("factor")),
                        LocalDate.parse(row.getString("day")),
                        variant,
                        line(row)))
                .list();
    }

    /** The outlets of which a day of a period, both ends inclusive, was counted with what was known later than an instant. */
    public static List<OutletId> countedAfter(Handle handle, LocalDate first, LocalDate last, Instant instant) {
        return handle.createQuery(
                        "SELECT DISTINCT outlet FROM day_count WHERE variant = ? AND day BETWEEN ? AND ? AND counted_at > ?")
                .bind(0, Variant.FINAL.name())
                .bind(1, first.toString())
                .bind(2, last.toString())
                .bind(3, instant.toEpochMilli())
                .map((row, context) -> new OutletId(row.getString("outlet")))
                .list();
    }

    /** Freezes a month: its counters are not counted again by themselves. A month that is frozen stays as it is. */
    public static void freeze(Handle handle, YearMonth month, Instant at) {
        handle.execute(
                "INSERT INTO frozen_month (month, frozen_at) VALUES (?, ?) ON CONFLICT (month) DO NOTHING",
                month.toString(),
                at.toEpochMilli());
    }

    /** When a month was frozen; empty if it was not. */
    public static Optional<Instant> frozenAt(Handle handle, YearMonth month) {
        return handle.createQuery("SELECT frozen_at FROM frozen_month WHERE month = ?")
                .bind(0, month.toString())
                .map((row, context) -> Sql.instant(row, "frozen_at"))
                .findOne();
    }

    /** Since when this system could receive; empty before anything was counted. */
    public static Optional<Instant> since(Handle handle) {
        return handle.createQuery("SELECT since FROM counting_begin")
                .map((row, context) -> Sql.instant(row, "since"))
                .findOne();
    }

    /** Notes since when this system could receive: the earliest hour that was ever judged, or else now. */
    public static Instant begin(Handle handle, Instant now) {
        Instant since = handle.createQuery("SELECT MIN(hour_start) AS first FROM hour_verdict")
                .map((row, context) -> Sql.optionalInstant(row, "first").orElse(now))
                .one();
        Instant earlier = since.isBefore(now) ? since : now;
        handle.execute("INSERT INTO counting_begin (since) VALUES (?)", earlier.toEpochMilli());
        return earlier;
    }

    /** The last month that is frozen. */
    public static Optional<YearMonth> lastFrozen(Handle handle) {
        return handle.createQuery("SELECT month FROM frozen_month ORDER BY month DESC LIMIT 1")
                .map((row, context) -> YearMonth.parse(row.getString("month")))
                .findOne();
    }

    private static MonthLine line(ResultSet row) throws SQLException {
        return new MonthLine(
                new Counts(
                        row.getLong("due"),
                        row.getLong("received"),
                        row.getLong("must_be_valid"),
                        row.getLong("valid")),
                new Excluded(
                        row.getLong("stopped"),
                        row.getLong("exempt"),
                        row.getLong("own_outage"),
                        row.getLong("standard_check")));
    }
}
