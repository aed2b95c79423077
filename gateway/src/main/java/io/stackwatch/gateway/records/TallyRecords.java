package io.stackwatch.gateway.records;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.MinuteTally;
import io.stackwatch.core.registry.OutletId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Which minutes of hours are known to be valid or invalid. Masks only gain bits, so overwriting loses nothing. */
public final class TallyRecords {

    private TallyRecords() {}

    /** The tallies of every factor in these hours. */
    public static Map<FactorHour, MinuteTally> of(Handle handle, Collection<OutletHour> hours) {
        Map<FactorHour, MinuteTally> tallies = new HashMap<>();
        Bulk.query(
                handle,
                """
                WITH wanted (outlet, hour_start) AS (VALUES %s)
                SELECT t.* FROM wanted w JOIN minute_tally t ON t.outlet = w.outlet AND t.hour_start = w.hour_start""",
                2,
                hours,
                (hour, values) -> values.addAll(
                        List.of(hour.outlet().value(), hour.start().toEpochMilli())),
                (query, some) -> query.map((row, context) -> tallies.put(
                                new FactorHour(
                                        new OutletId(row.getString("outlet")),
                                        new FactorCode(row.getString("factor")),
                                        Sql.instant(row, "hour_start")),
                                new MinuteTally(row.getLong("valid_mask"), row.getLong("invalid_mask"))))
                        .list());
        return tallies;
    }

    /** The tallies of every hour of days. */
    public static Map<FactorHour, MinuteTally> ofDays(Handle handle, Collection<OutletDay> days) {
        Map<FactorHour, MinuteTally> tallies = new HashMap<>();
        Bulk.query(
                handle,
                """
                WITH wanted (outlet, first_hour, behind) AS (VALUES %s)
                SELECT t.* FROM wanted w JOIN minute_tally t ON t.outlet = w.outlet AND t.hour_start >= w.first_hour
                  AND t.hour_start < w.behind""",
                3,
                Stretch.of(days),
                Stretch::values,
                (query, some) -> query.map((row, context) -> tallies.put(
                                new FactorHour(
                                        new OutletId(row.getString("outlet")),
                                        new FactorCode(row.getString("factor")),
                                        Sql.instant(row, "hour_start")),
                                new MinuteTally(row.getLong("valid_mask"), row.getLong("invalid_mask"))))
                        .list());
        return tallies;
    }

    /** Keeps tallies as they are now. */
    public static void save(Handle handle, Map<FactorHour, MinuteTally> tallies) {
        try (RowBatch batch = new RowBatch(
                handle,
                """
                INSERT INTO minute_tally (outlet, hour_start, factor, valid_mask, invalid_mask) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (outlet, hour_start, factor) DO UPDATE SET valid_mask = excluded.valid_mask,
                  invalid_mask = excluded.invalid_mask""")) {
            tallies.forEach((hour, tally) -> batch.add(
                    hour.outlet().value(),
                    hour.start().toEpochMilli(),
                    hour.factor().value(),
                    tally.valid(),
                    tally.invalid()));
            batch.execute();
        }
    }
}
