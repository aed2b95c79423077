package io.stackwatch.gateway.records;

import io.stackwatch.core.registry.Mn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/** How stations speak: what was heard, deviations, behaviour and its changes. Written by one cursor only. */
public final class StationRecords {

    private static final RowMapper<HeardRow> HEARD = (row, context) -> new HeardRow(
            row.getString("station"),
            Sql.instant(row, "first_at"),
            row.getLong("first_sequence"),
            Sql.instant(row, "last_at"),
            row.getLong("last_sequence"),
            row.getLong("times"),
            row.getString("minute_label"));

    private static final RowMapper<DeviationRow> DEVIATION = (row, context) -> new DeviationRow(
            row.getString("station"),
            row.getString("finding"),
            Sql.instant(row, "first_at"),
            row.getLong("first_sequence"),
            Sql.instant(row, "since_at"),
            row.getLong("since_sequence"),
            Sql.instant(row, "last_at"),
            row.getLong("last_sequence"),
            row.getLong("times"));

    private static final RowMapper<BehaviourRow> BEHAVIOUR = (row, context) -> new BehaviourRow(
            row.getString("station"),
            row.getString("aspect"),
            row.getString("value"),
            Sql.instant(row, "since_at"),
            row.getLong("since_sequence"),
            row.getString("candidate"),
            Sql.instant(row, "candidate_at"),
            row.getLong("candidate_sequence"),
            row.getInt("candidate_times"));

    private static final RowMapper<ChangeRow> CHANGE = (row, context) -> new ChangeRow(
            row.getString("station"),
            row.getString("aspect"),
            row.getLong("sequence"),
            Sql.instant(row, "at"),
            row.getString("was"),
            row.getString("became"));

    private StationRecords() {}

    /** When every station was heard last, by its MN. */
    public static Map<String, Instant> lastHeard(Handle handle) {
        Map<String, Instant> heard = new HashMap<>();
        handle.createQuery("SELECT station, last_at FROM station_heard")
                .map((row, context) -> heard.put(row.getString("station"), Sql.instant(row, "last_at")))
                .list();
        return heard;
    }

    /** When some stations were heard last; one that never was is left out. */
    static Map<Mn, Instant> lastHeard(Handle handle, Collection<Mn> stations) {
        Map<Mn, Instant> heard = new HashMap<>();
        List<String> mns = stations.stream().map(Mn::value).toList();
        query(handle, "station_heard", mns, query -> query.map(HEARD)
                .forEach(row -> heard.put(new Mn(row.station()), row.lastAt())));
        return heard;
    }

    /** What is kept of these stations; one of which nothing is kept is left out. */
    public static Map<String, StationFile> load(Handle handle, Collection<String> stations) {
        Map<String, HeardRow> heard = new HashMap<>();
        Map<String, List<DeviationRow>> deviations = new HashMap<>();
        Map<String, List<BehaviourRow>> behaviours = new HashMap<>();
        query(handle, "station_heard", stations, query -> query.map(HEARD)
                .forEach(row -> heard.put(row.station(), row)));
        query(handle, "station_deviation", stations, query -> query.map(DEVIATION)
                .forEach(row -> deviations
                        .computeIfAbsent(row.station(), station -> new ArrayList<>())
                        .add(row)));
        query(handle, "station_behaviour", stations, query -> query.map(BEHAVIOUR)
                .forEach(row -> behaviours
                        .computeIfAbsent(row.station(), station -> new ArrayList<>())
                        .add(row)));
        Map<String, StationFile> files = new HashMap<>();
        for (String station : stations) {
            StationFile file = new StationFile(
                    Optional.ofNullable(heard.get(station)),
                    deviations.getOrDefault(station, List.of()),
                    behaviours.getOrDefault(station, List.of()));
            if (!file.equals(StationFile.EMPTY)) {
                files.put(station, file);
            }
        }
        return files;
    }

    /** Reads what a query finds. */
    interface Reading {
        void of(Query query);
    }

    /** Rows of a table that belong to one of these stations. */
    static void query(Handle handle, String table, Collection<String> stations, Reading reading) {
        Bulk.query(
                handle,
                "WITH wanted (station) AS (VALUES %s) SELECT t.* FROM " + table
                        + " t JOIN wanted w ON t.station = w.station",
                1,
                stations,
                (station, values) -> values.add(station),
                (query, some) -> reading.of(query));
    }

    /** Changes of a station's behaviour, newest first. */
    public static List<ChangeRow> changes(Handle handle, String station, int limit) {
        return handle.createQuery(
                        "SELECT * FROM station_change WHERE station = ? ORDER BY sequence DESC, aspect LIMIT ?")
                .bind(0, station)
                .bind(1, limit)
                .map(CHANGE)
                .list();
    }

    /** Keeps what was heard. */
    public static void saveHeard(Handle handle, Collection<HeardRow> rows) {
        try (RowBatch batch = new RowBatch(
                handle,
                """
                INSERT INTO station_heard (station, first_at, first_sequence, last_at, last_sequence, times, minute_label)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (station) DO UPDATE SET first_at = excluded.first_at,
                  first_sequence = excluded.first_sequence, last_at = excluded.last_at,
                  last_sequence = excluded.last_sequence, times = excluded.times,
                  minute_label = excluded.minute_label""")) {
            for (HeardRow row : rows) {
                batch.add(
                        row.station(),
                        row.firstAt().toEpochMilli(),
                        row.firstSequence(),
                        row.lastAt().toEpochMilli(),
                        row.lastSequence(),
                        row.times(),
                        row.minuteLabel());
            }
            batch.execute();
        }
    }

    /** Keeps deviations. */
    public static void saveDeviations(Handle handle, Collection<DeviationRow> rows) {
        try (RowBatch batch = new RowBatch(
                handle,
                """
                INSERT INTO station_deviation (station, finding, first_at, first_sequence, since_at, since_sequence,
                  last_at, last_sequence, times)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (station, finding) DO UPDATE SET first_at = excluded.first_at,
                  first_sequence = excluded.first_sequence, since_at = excluded.since_at,
                  since_sequence = excluded.since_sequence, last_at = excluded.last_at,
                  last_sequence = excluded.last_sequence, times = excluded.times""")) {
            for (DeviationRow row : rows) {
                batch.add(
                        row.station(),
                        row.finding(),
                        row.firstAt().toEpochMilli(),
                        row.firstSequence(),
                        row.sinceAt().toEpochMilli(),
                        row.sinceSequence(),
                        row.lastAt().toEpochMilli(),
                        row.lastSequence(),
                        row.times());
            }
            batch.execute();
        }
    }

    /** Keeps behaviour. */
    public static void saveBehaviours(Handle handle, Collection<BehaviourRow> rows) {
        try (RowBatch batch = new RowBatch(
                handle,
                """
                INSERT INTO station_behaviour (station, aspect, value, since_at, since_sequence, candidate, candidate_at,
                  candidate_sequence, candidate_times)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (station, aspect) DO UPDATE SET value = excluded.value, since_at = excluded.since_at,
                  since_sequence = excluded.since_sequence, candidate = excluded.candidate,
                  candidate_at = excluded.candidate_at, candidate_sequence = excluded.candidate_sequence,
                  candidate_times = excluded.candidate_times""")) {
            for (BehaviourRow row : rows) {
                batch.add(
                        row.station(),
                        row.aspect(),
                        row.value(),
                        row.sinceAt().toEpochMilli(),
                        row.sinceSequence(),
                        row.candidate(),
                        row.candidateAt().toEpochMilli(),
                        row.candidateSequence(),
                        row.candidateTimes());
            }
            batch.execute();
        }
    }

    /** Adds changes of behaviour. */
    public static void addChanges(Handle handle, Collection<ChangeRow> rows) {
        try (RowBatch batch = new RowBatch(
                handle,
                """
                INSERT INTO station_change (station, aspect, sequence, at, was, became) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (station, aspect, sequence) DO NOTHING""")) {
            for (ChangeRow row : rows) {
                batch.add(
                        row.station(), row.aspect(), row.sequence(), row.at().toEpochMilli(), row.was(), row.became());
            }
            batch.execute();
        }
    }
}
