package io.stackwatch.gateway.station;

import io.stackwatch.connectors.hj212.mapping.Packet;
import io.stackwatch.gateway.records.PacketSetRow;
import io.stackwatch.gateway.records.PacketSetRow.Upload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which packets of one station's split uploads have come (HJ 212-2017 C.49). Every packet is worked on when it comes; this
 * only says what is missing.
 *
 * <p>Remembers so many uploads: complete ones too, so that a repeated packet begins no new one; they are forgotten first, the
 * oldest of them first; one that is forgotten incomplete is counted. What comes out depends on the packets and their order only. For one thread.
 */
final class PacketTrail {

    /** Uploads of a station that are remembered. */
    static final int MOST = 50;

    /** An upload of more packets is not counted: with the standard's packets it would have a megabyte. */
    static final int MOST_PACKETS = 999;

    private static final Comparator<PacketSetRow> FORGOTTEN_FIRST = Comparator.comparing(
                    (PacketSetRow row) -> !row.isComplete())
            .thenComparingLong(PacketSetRow::firstSequence);

    private final Map<Upload, PacketSetRow> sets = new LinkedHashMap<>();
    private final Set<Upload> changed = new LinkedHashSet<>();
    private final Set<Upload> forgotten = new LinkedHashSet<>();
    private final List<Upload> notKept = new ArrayList<>();

    PacketTrail(List<PacketSetRow> kept) {
        kept.forEach(row -> sets.put(row.upload(), row));
    }

    /** A packet came; a repeated one completes nothing. If PNUM changes, the newest holds. */
    void take(String station, PacketSeen seen, Instant at, long sequence) {
        Upload upload = new Upload(station, seen.systemCode(), seen.command(), seen.dataTime());
        if (seen.packet().pnum() > MOST_PACKETS) {
            notKept.add(upload);
            return;
        }
        PacketSetRow row = Optional.ofNullable(sets.get(upload))
                .map(before -> next(before, seen.packet(), at, sequence))
                .orElseGet(() -> first(upload, seen.packet(), at, sequence));
        sets.put(upload, row);
        changed.add(upload);
        forgotten.remove(upload);
        if (sets.size() > MOST) {
            sets.values().stream()
                    .filter(other -> !other.upload().equals(upload))
                    .min(FORGOTTEN_FIRST)
                    .ifPresent(this::forget);
        }
    }

    private void forget(PacketSetRow row) {
        sets.remove(row.upload());
        changed.remove(row.upload());
        forgotten.add(row.upload());
        if (!row.isComplete()) {
            notKept.add(row.upload());
        }
    }

    private static PacketSetRow first(Upload upload, Packet packet, Instant at, long sequence) {
        List<Integer> missing = IntStream.rangeClosed(1, packet.pnum())
                .filter(number -> number != packet.pno())
                .boxed()
                .toList();
        return new PacketSetRow(upload, packet.pnum(), missing, at, sequence, at, sequence);
    }

    private static PacketSetRow next(PacketSetRow before, Packet packet, Instant at, long sequence) {
        Set<Integer> missed = Set.copyOf(before.missing());
        List<Integer> missing = IntStream.rangeClosed(1, packet.pnum())
                .filter(number -> number > before.packets() || missed.contains(number))
                .filter(number -> number != packet.pno())
                .boxed()
                .toList();
        boolean first = at.isBefore(before.firstAt());
        boolean last = !at.isBefore(before.lastAt());
        return new PacketSetRow(
                before.upload(),
                packet.pnum(),
                missing,
                first ? at : before.firstAt(),
                first ? sequence : before.firstSequence(),
                last ? at : before.lastAt(),
                last ? sequence : before.lastSequence());
    }

    void collect(StationRowsToSave rows) {
        rows.forgotten().addAll(forgotten);
        rows.notKept().addAll(notKept);
        changed.forEach(upload -> Optional.ofNullable(sets.get(upload)).ifPresent(rows.packets()::add));
    }

    void saved() {
        changed.clear();
        forgotten.clear();
        notKept.clear();
    }
}
