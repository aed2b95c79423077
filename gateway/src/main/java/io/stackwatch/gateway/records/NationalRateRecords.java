package io.stackwatch.gateway.records;

import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.supervision.NationalRate;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What the national centre says of outlets and months; rows are only ever added. */
public final class NationalRateRecords {

    private NationalRateRecords() {}

    /** Keeps rates that somebody entered, all with the same act; answers the number of the first, the others follow it. */
    public static long add(Handle handle, List<NationalRate> rates, String document, Act act) {
        long before = handle.createQuery("SELECT COALESCE(MAX(number), 0) FROM national_rate")
                .mapTo(Long.class)
                .one();
        long number = before;
        try (RowBatch batch = new RowBatch(
                handle,
                "INSERT INTO national_rate (number, month, outlet, percent, document, at, actor, reason)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (NationalRate rate : rates) {
                batch.add(
                        ++number,
                        rate.month().toString(),
                        rate.outlet().value(),
                        rate.percent().toPlainString(),
                        document,
                        act.at().toEpochMilli(),
                        act.by(),
                        act.reason());
            }
            batch.execute();
        }
        return before + 1;
    }

    /** The rates of a month that count, by outlet. */
    public static List<NationalRateRow> of(Handle handle, YearMonth month) {
        return of(handle, month, Instant.ofEpochMilli(Long.MAX_VALUE));
    }

    /**
     * The rates of a month that counted at an instant, by outlet.
     *
     * @param known what was entered later is passed over
     */
    public static List<NationalRateRow> of(Handle handle, YearMonth month, Instant known) {
        return handle.createQuery(
                        """
                        SELECT n.* FROM national_rate n WHERE n.month = ? AND n.number =
                          (SELECT MAX(l.number) FROM national_rate l WHERE l.month = n.month AND l.outlet = n.outlet
                             AND l.at <= ?)
                        ORDER BY n.outlet""")
                .bind(0, month.toString())
                .bind(1, known.toEpochMilli())
                .map((row, context) -> new NationalRateRow(
                        row.getLong("number"),
                        new NationalRate(
                                YearMonth.parse(row.getString("month")),
                                new OutletId(row.getString("outlet")),
                                new BigDecimal(row.getString("percent"))),
                        row.getString("document"),
                        new Act(Sql.instant(row, "at"), row.getString("actor"), row.getString("reason"))))
                .list();
    }
}
