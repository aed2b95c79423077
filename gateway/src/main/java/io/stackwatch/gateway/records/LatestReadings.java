package io.stackwatch.gateway.records;

import io.stackwatch.core.measurement.DataFlag;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Statistic;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.registry.OutletId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * The latest realtime figures of an outlet, packed into one row so that a frame costs one write whatever it holds. A cache:
 * replay rebuilds it. For one thread.
 */
public final class LatestReadings {

    /** Separates figures and parts of a figure; neither can stand in what a logger sends (control characters). */
    private static final String FIGURE = "\n";

    private static final String PART = "\t";

    private final Map<String, LatestReading> byName = new TreeMap<>();

    /** Takes a figure if it is not older than the one that is known. */
    public void take(LatestReading reading) {
        byName.merge(
                reading.factor() + PART + reading.statistic(),
                reading,
                (known, taken) -> taken.at().isBefore(known.at()) ? known : taken);
    }

    /** The figures, by factor. */
    public List<LatestReading> all() {
        return List.copyOf(byName.values());
    }

    /** The newest instant that a figure speaks of. */
    public Instant newest() {
        return byName.values().stream()
                .map(LatestReading::at)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    /** What is known of these outlets. */
    public static Map<OutletId, LatestReadings> load(Handle handle, Collection<OutletId> outlets) {
        Map<OutletId, LatestReadings> found = new HashMap<>();
        Bulk.query(
                handle,
                """
                WITH wanted (outlet) AS (VALUES %s)
                SELECT l.* FROM wanted w JOIN latest_readings l ON l.outlet = w.outlet""",
                1,
                outlets,
                (outlet, values) -> values.add(outlet.value()),
                (query, some) -> query.map((row, context) ->
                                found.put(new OutletId(row.getString("outlet")), parse(row.getString("readings"))))
                        .list());
        return found;
    }

    /** Keeps them as they are now. */
    public static void save(Handle handle, Map<OutletId, LatestReadings> outlets) {
        try (RowBatch batch = new RowBatch(
                handle,
                """
                INSERT INTO latest_readings (outlet, at, readings) VALUES (?, ?, ?)
                ON CONFLICT (outlet) DO UPDATE SET at = excluded.at, readings = excluded.readings""")) {
            outlets.forEach((outlet, readings) ->
                    batch.add(outlet.value(), readings.newest().toEpochMilli(), readings.print()));
            batch.execute();
        }
    }

    private String print() {
        List<String> figures = new ArrayList<>();
        for (LatestReading reading : byName.values()) {
            figures.add(String.join(
                    PART,
                    reading.factor().value(),
                    reading.statistic().name(),
                    reading.text(),
                    reading.unit().symbol(),
                    reading.flag().map(DataFlag::letters).orElse(""),
                    String.valueOf(reading.at().toEpochMilli()),
                    String.valueOf(reading.sequence())));
        }
        return String.join(FIGURE, figures);
    }

    static LatestReadings parse(String text) {
        LatestReadings readings = new LatestReadings();
        for (String figure : text.split(FIGURE, -1)) {
            String[] parts = figure.split(PART, -1);
            if (parts.length == 7) {
                readings.take(new LatestReading(
                        new FactorCode(parts[0]),
                        Statistic.valueOf(parts[1]),
                        parts[2],
                        new Unit(parts[3]),
                        Optional.of(parts[4]).filter(flag -> !flag.isEmpty()).map(DataFlag::new),
                        Instant.ofEpochMilli(Long.parseLong(parts[5])),
                        Long.parseLong(parts[6])));
            }
        }
        return readings;
    }
}
