package io.stackwatch.gateway.relay;

import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.relay.packet.Heading;
import io.stackwatch.gateway.relay.target.TargetName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The requests of platforms that are open, and those that were open a little while ago: a frame is matched by when it
 * arrived, whenever a relay comes to look at it. Safe for use by several threads.
 */
final class AskBook implements OpenAsks {

    /** Requests that a station may have open. */
    static final int MOST = 16;

    /** Silence after which a request counts as over. */
    static final Duration QUIET = Duration.ofMinutes(10);

    /** After so long a request is over, whatever still comes: uploads of the same command would keep it open for ever. */
    static final Duration LONGEST = Duration.ofHours(1);

    /** How long a request is remembered after its end, for relays that are behind. */
    private static final Duration REMEMBERED = Duration.ofHours(24);

    private static final int FIRST_DATA = 2_000;
    private static final int LAST_DATA = 2_999;

    /** Realtime data and facility states, which come by themselves: only their QN tells whose they are. */
    private static final Set<Integer> UNASKED = Set.of(2_011, 2_021);

    private final Map<Mn, List<Entry>> stations = new ConcurrentHashMap<>();

    private static final class Entry {
        private final Ask ask;
        private volatile Instant heardAt;
        private volatile Instant endedAt = Instant.MAX;

        Entry(Ask ask) {
            this.ask = ask;
            this.heardAt = ask.askedAt();
        }

        private boolean isOver(Instant now) {
            return !heardAt.plus(QUIET).isAfter(now)
                    || !ask.askedAt().plus(LONGEST).isAfter(now);
        }

        private boolean isOpen() {
            return endedAt.equals(Instant.MAX);
        }
    }

    /** Opens a request; false if the station has too many. */
    boolean open(Ask ask) {
        boolean[] taken = new boolean[1];
        stations.compute(ask.station(), (station, before) -> {
            List<Entry> entries = before == null ? new ArrayList<>() : new ArrayList<>(before);
            taken[0] = entries.stream().filter(Entry::isOpen).count() < MOST;
            if (taken[0]) {
                entries.add(new Entry(ask));
            }
            return List.copyOf(entries);
        });
        return taken[0];
    }

    /** The open request of this platform with this QN, as when it asks again because no answer came. */
    Optional<Ask> again(TargetName target, Mn station, String qn) {
        return entries(station)
                .filter(entry -> entry.isOpen()
                        && entry.ask.target().equals(target)
                        && entry.ask.qn().equals(qn))
                .map(entry -> entry.ask)
                .findFirst();
    }

    /** Something came for a request. */
    void heard(Ask ask, Instant at) {
        entries(ask.station())
                .filter(entry -> entry.ask.number() == ask.number())
                .forEach(entry -> entry.heardAt = at);
    }

    /** A request is over; frames that arrived until then still belong to it. */
    void end(Ask ask, Instant at) {
        entries(ask.station())
                .filter(entry -> entry.ask.number() == ask.number())
                .forEach(entry -> {
                    entry.endedAt = at;
                });
    }

    @Override
    public Optional<Ask> answered(Mn station, Heading heading, Instant arrivedAt) {
        if (stations.isEmpty()) {
            return Optional.empty();
        }
        boolean data = heading.command() >= FIRST_DATA
                && heading.command() <= LAST_DATA
                && !UNASKED.contains(heading.command());
        List<Entry> then = entries(station)
                .filter(entry -> !arrivedAt.isBefore(entry.ask.askedAt()) && !arrivedAt.isAfter(entry.endedAt))
                .toList();
        return then.stream()
                .filter(entry -> !heading.qn().isEmpty() && entry.ask.qn().equals(heading.qn()))
                .findFirst()
                .or(() -> then.stream()
                        .filter(entry -> data && entry.ask.command() == heading.command())
                        .findFirst())
                .map(entry -> entry.ask);
    }

    boolean isBusy(Mn station) {
        return entries(station).anyMatch(Entry::isOpen);
    }

    /** Ends requests that have been quiet for too long, and gives them back; forgets those that ended long ago. */
    List<Ask> expire(Instant now) {
        List<Ask> expired = new ArrayList<>();
        for (Mn station : List.copyOf(stations.keySet())) {
            entries(station)
                    .filter(entry -> entry.isOpen() && entry.isOver(now))
                    .forEach(entry -> {
                        entry.endedAt = now;
                        expired.add(entry.ask);
                    });
            stations.computeIfPresent(station, (mn, entries) -> {
                List<Entry> kept = entries.stream()
                        .filter(entry ->
                                entry.isOpen() || entry.endedAt.plus(REMEMBERED).isAfter(now))
                        .toList();
                return kept.isEmpty() ? null : kept;
            });
        }
        return expired;
    }

    private Stream<Entry> entries(Mn station) {
        return stations.getOrDefault(station, List.of()).stream();
    }
}
