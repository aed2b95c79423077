package io.stackwatch.gateway.records;

import io.stackwatch.gateway.records.PacketSetRow.Upload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** Uploads that come in several packets, complete or not. Written by one cursor only. */
public final class PacketSetRecords {

    private static final RowMapper<PacketSetRow> ROW = (row, context) -> new PacketSetRow(
            new Upload(
                    row.getString("station"),
                    row.getString("system_code"),
                    row.getInt("command"),
                    Sql.instant(row, "data_time")),
            row.getInt("packets"),
            numbers(row.getString("missing")),
            Sql.instant(row, "first_at"),
            row.getLong("first_sequence"),
            Sql.instant(row, "last_at"),
            row.getLong("last_sequence"));

    private PacketSetRecords() {}

    /** What is kept of these stations, the oldest first; a station of which nothing is kept is left out. */
    public static Map<String, List<PacketSetRow>> load(Handle handle, Collection<String> stations) {
        Map<String, List<PacketSetRow>> found = new HashMap<>();
        StationRecords.query(handle, "packet_set", stations, query -> query.map(ROW)
                .forEach(row -> found.computeIfAbsent(row.upload().station(), station -> new ArrayList<>())
                        .add(row)));
        return found;
    }

    /** Uploads of a station that lack packets, none of which has come since {@code quietSince}; the newest first. */
    public static List<PacketSetRow> incomplete(Handle handle, String station, Instant quietSince, int limit) {
        return handle.createQuery("SELECT * FROM packet_set WHERE station = ? AND missing <> '' AND last_at < ?"
                        + " ORDER BY first_sequence DESC LIMIT ?")
                .bind(0, station)
                .bind(1, quietSince.toEpochMilli())
                .bind(2, limit)
                .map(ROW)
                .list();
    }

    /** How many uploads lack packets, none of which has come since then. */
    public static int incomplete(Handle handle, Instant quietSince) {
        return handle.createQuery("SELECT COUNT(*) FROM packet_set WHERE missing <> '' AND last_at < ?")
                .bind(0, quietSince.toEpochMilli())
                .mapTo(Integer.class)
                .one();
    }

    /** Keeps how far uploads are. */
    public static void save(Handle handle, Collection<PacketSetRow> rows) {
        try (RowBatch batch = new RowBatch(
                handle,
                """
                INSERT INTO packet_set (station, system_code, command, data_time, packets, missing, first_at,
                  first_sequence, last_at, last_sequence)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (station, system_code, command, data_time) DO UPDATE SET packets = excluded.packets,
                  missing = excluded.missing, first_at = excluded.first_at, first_sequence = excluded.first_sequence,
                  last_at = excluded.last_at, last_sequence = excluded.last_sequence""")) {
            for (PacketSetRow row : rows) {
                batch.add(
                        row.upload().station(),
                        row.upload().systemCode(),
                        row.upload().command(),
                        row.upload().dataTime().toEpochMilli(),
                        row.packets(),
                        text(row.missing()),
                        row.firstAt().toEpochMilli(),
                        row.firstSequence(),
                        row.lastAt().toEpochMilli(),
                        row.lastSequence());
            }
            batch.execute();
        }
    }

    /** Forgets uploads. */
    public static void remove(Handle handle, Collection<Upload> uploads) {
        try (RowBatch batch = new RowBatch(
                handle,
                "DELETE FROM packet_set WHERE station = ? AND system_code = ? AND command = ? AND data_time = ?")) {
            for (Upload upload : uploads) {
                batch.add(
                        upload.station(),
                        upload.systemCode(),
                        upload.command(),
                        upload.dataTime().toEpochMilli());
            }
            batch.execute();
        }
    }

    /** Ascending numbers as ranges: {@code 2 4-7}. */
    static String text(List<Integer> numbers) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < numbers.size(); i++) {
            int first = numbers.get(i);
            while (i + 1 < numbers.size() && numbers.get(i + 1) == numbers.get(i) + 1) {
                i++;
            }
            text.append(text.isEmpty() ? "" : " ").append(first);
            if (numbers.get(i) > first) {
                text.append('-').append(numbers.get(i));
            }
        }
        return text.toString();
    }

    static List<Integer> numbers(String text) {
        List<Integer> numbers = new ArrayList<>();
        if (text.isEmpty()) {
            return numbers;
        }
        for (String range : text.split(" ", -1)) {
            String[] ends = range.split("-", 2);
            int last = Integer.parseInt(ends[ends.length - 1]);
            for (int number = Integer.parseInt(ends[0]); number <= last; number++) {
                numbers.add(number);
            }
        }
        return numbers;
    }
}
