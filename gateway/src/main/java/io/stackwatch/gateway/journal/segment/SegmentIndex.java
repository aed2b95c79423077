package io.stackwatch.gateway.journal.segment;

import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.journal.Arrival.Disposition;
import io.stackwatch.gateway.journal.FrameDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where the records of one segment stand, who sent them and when, in columns; a row per sequence number without holes.
 *
 * <p>One thread adds; others may read rows that were published to them through a volatile write, such as the durable head.
 */
final class SegmentIndex {

    /** The offset of a record that is damaged. */
    static final int DAMAGED = -1;

    private static final int NO_STATION = -1;

    private final long first;
    private final Map<String, Integer> stations = new ConcurrentHashMap<>();
    private volatile Columns columns;
    private int rows;
    private long minMillis = Long.MAX_VALUE;
    private long maxMillis = Long.MIN_VALUE;

    SegmentIndex(long first) {
        this(first, 1024);
    }

    SegmentIndex(long first, int capacity) {
        this.first = first;
        this.columns = Columns.of(Math.max(16, capacity));
    }

    @SuppressWarnings("ArrayRecordComponent") // columns, never compared
    record Columns(int[] offsets, int[] lengths, long[] millis, int[] stations, long[] digests) {

        static Columns of(int capacity) {
            return new Columns(
                    new int[capacity], new int[capacity], new long[capacity], new int[capacity], new long[capacity]);
        }

        Columns grown() {
            int capacity = 2 * offsets.length;
            return new Columns(
                    Arrays.copyOf(offsets, capacity),
                    Arrays.copyOf(lengths, capacity),
                    Arrays.copyOf(millis, capacity),
                    Arrays.copyOf(stations, capacity),
                    Arrays.copyOf(digests, capacity));
        }
    }

    void add(int offset, int length, Arrival arrival) {
        int station =
                arrival.station().isPresent() ? ordinal(arrival.station().get().value()) : NO_STATION;
        // 0 stands for a record that takes no part in the detection of repeats
        long digest = arrival.disposition() == Disposition.ACCEPTED ? FrameDigest.of(arrival.bytes()) : 0;
        addRow(offset, length, arrival.arrivedAt().toEpochMilli(), station, digest);
    }

    void addDamaged() {
        addRow(DAMAGED, 0, 0, NO_STATION, 0);
    }

    void addRow(int offset, int length, long millis, int station, long digest) {
        Columns c = columns;
        if (rows == c.offsets().length) {
            c = c.grown();
        }
        c.offsets()[rows] = offset;
        c.lengths()[rows] = length;
        c.millis()[rows] = millis;
        c.stations()[rows] = station;
        c.digests()[rows] = digest;
        if (offset != DAMAGED) {
            minMillis = Math.min(minMillis, millis);
            maxMillis = Math.max(maxMillis, millis);
        }
        columns = c;
        rows++;
    }

    int ordinal(String station) {
        Integer known = stations.get(station);
        if (known != null) {
            return known;
        }
        int next = stations.size();
        stations.put(station, next);
        return next;
    }

    long first() {
        return first;
    }

    /** For the thread that adds. */
    int rows() {
        return rows;
    }

    long minMillis() {
        return minMillis;
    }

    long maxMillis() {
        return maxMillis;
    }

    Columns columns() {
        return columns;
    }

    /** Stations in the order of their ordinals. */
    List<String> stations() {
        List<String> names = new ArrayList<>(stations.keySet());
        names.sort((a, b) -> Integer.compare(stations.getOrDefault(a, 0), stations.getOrDefault(b, 0)));
        return names;
    }

    int offset(long sequence) {
        return columns.offsets()[row(sequence)];
    }

    int length(long sequence) {
        return columns.lengths()[row(sequence)];
    }

    long digest(long sequence) {
        return columns.digests()[row(sequence)];
    }

    /** Sequence numbers up to {@code last} of a station's records that arrived in these milliseconds, both included. */
    List<Long> find(Mn station, long fromMillis, long toMillis, long last) {
        Integer ordinal = stations.get(station.value());
        if (ordinal == null) {
            return List.of();
        }
        List<Long> found = new ArrayList<>();
        Columns c = columns;
        int until = (int) (last - first + 1);
        for (int row = 0; row < until; row++) {
            if (c.stations()[row] == ordinal && c.millis()[row] >= fromMillis && c.millis()[row] <= toMillis) {
                found.add(first + row);
            }
        }
        return found;
    }

    private int row(long sequence) {
        return Math.toIntExact(sequence - first);
    }
}
