package io.stackwatch.connectors.hj212.mapping;

import io.stackwatch.core.registry.Mn;
import java.time.Instant;
import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which packets of split uploads have come: MN, command and DataTime name an upload, PNUM says how many there must be
 * (HJ 212-2017 C.49). Every packet is worked on when it comes; this only says what is missing.
 *
 * <p>Remembers as many uploads as it was told, the oldest is forgotten first, and the one that is forgotten incomplete is
 * told. The same packets in the same order give the same answers. For one thread at a time.
 */
public final class PacketTally {

    private final int capacity;
    private final Map<Upload, Seen> seen = new LinkedHashMap<>();

    /** A tally of at most so many uploads. */
    public PacketTally(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a tally holds at least one upload: " + capacity);
        }
        this.capacity = capacity;
    }

    /** A packet of an upload came; a repeated one changes nothing. If PNUM changes, the newest holds. */
    public Noted note(Upload upload, Packet packet) {
        Seen state = seen.computeIfAbsent(upload, key -> new Seen());
        state.packets = packet.pnum();
        state.came.set(packet.pno());
        Optional<Count> forgotten = Optional.empty();
        if (seen.size() > capacity) {
            Iterator<Map.Entry<Upload, Seen>> oldest = seen.entrySet().iterator();
            Map.Entry<Upload, Seen> entry = oldest.next();
            forgotten = Optional.of(count(entry.getKey(), entry.getValue())).filter(count -> !count.isComplete());
            oldest.remove();
        }
        return new Noted(count(upload, state), forgotten);
    }

    /** The uploads that lack packets, the oldest first. */
    public List<Count> incomplete() {
        return seen.entrySet().stream()
                .map(entry -> count(entry.getKey(), entry.getValue()))
                .filter(count -> !count.isComplete())
                .toList();
    }

    private static Count count(Upload upload, Seen state) {
        return new Count(
                upload,
                state.packets,
                IntStream.rangeClosed(1, state.packets)
                        .filter(number -> !state.came.get(number))
                        .boxed()
                        .toList());
    }

    /**
     * What was split.
     *
     * @param station who sent it
     * @param command which data
     * @param dataTime of when
     */
    public record Upload(Mn station, int command, Instant dataTime) {}

    /**
     * How far an upload is.
     *
     * @param upload which one
     * @param packets how many packets it has
     * @param missing the numbers of those that have not come
     */
    public record Count(Upload upload, int packets, List<Integer> missing) {

        public Count {
            missing = List.copyOf(missing);
        }

        /** Whether all have come. */
        public boolean isComplete() {
            return missing.isEmpty();
        }
    }

    /**
     * What a packet changed.
     *
     * @param count how far its upload is now
     * @param forgotten an older upload that is forgotten for it although packets are missing
     */
    public record Noted(Count count, Optional<Count> forgotten) {}

    private static final class Seen {
        private final BitSet came = new BitSet();
        private int packets;
    }
}
