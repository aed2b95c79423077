package io.stackwatch.gateway.station;

import io.stackwatch.connectors.hj212.codec.ProtocolTime;
import io.stackwatch.gateway.records.BehaviourRow;
import io.stackwatch.gateway.records.ChangeRow;
import io.stackwatch.gateway.records.DeviationRow;
import io.stackwatch.gateway.records.HeardRow;
import io.stackwatch.gateway.records.PacketSetRow;
import io.stackwatch.gateway.records.StationFile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of how one station speaks, one observation after the other. What comes out depends on the observations and
 * their order only. For one thread.
 */
final class StationTrail {

    /** A deviation that was not seen for so long while its station spoke has ended; seen again, it begins anew. */
    static final Duration QUIET = Duration.ofDays(1);

    /** So many frames in a row must speak differently before that is a change: a checksum may fit two algorithms by chance. */
    static final int CONFIRMED = 3;

    /** The longest minute interval (HJ 212-2017: 1 to 30 minutes). */
    private static final long LONGEST_INTERVAL = 30;

    /** More findings than the closed sets have are not kept. */
    private static final int MOST_FINDINGS = 64;

    private final Map<String, DeviationRow> deviations = new TreeMap<>();
    private final Map<Aspect, BehaviourRow> behaviours = new TreeMap<>();
    private final Set<String> newDeviations = new LinkedHashSet<>();
    private final Set<Aspect> newBehaviours = new LinkedHashSet<>();
    private final List<ChangeRow> changes = new ArrayList<>();
    private @Nullable HeardRow heard;
    private boolean newHeard;
    private final PacketTrail packets;

    StationTrail(StationFile file) {
        this(file, List.of());
    }

    StationTrail(StationFile file, List<PacketSetRow> sets) {
        packets = new PacketTrail(sets);
        heard = file.heard().orElse(null);
        file.deviations().forEach(row -> deviations.put(row.finding(), row));
        file.behaviours().forEach(row -> behaviours.put(Aspect.valueOf(row.aspect()), row));
    }

    void take(Observation seen) {
        boolean newest = heard == null || !seen.at().isBefore(heard.lastAt());
        Optional<String> interval = newest ? interval(seen) : Optional.empty();
        if (seen.accepted()) {
            hear(seen);
        }
        seen.findings().forEach(finding -> deviate(finding, seen));
        seen.packet().ifPresent(packet -> packets.take(seen.station(), packet, seen.at(), seen.sequence()));
        // what came earlier than what is known, as an admitted frame does, does not say how it speaks now
        if (newest) {
            seen.shown().forEach((aspect, value) -> behave(aspect, value, seen));
            interval.ifPresent(minutes -> behave(Aspect.MINUTE_INTERVAL, minutes, seen));
        }
    }

    private void hear(Observation seen) {
        HeardRow before = heard;
        newHeard = true;
        if (before == null) {
            heard = new HeardRow(
                    seen.station(),
                    seen.at(),
                    seen.sequence(),
                    seen.at(),
                    seen.sequence(),
                    1,
                    seen.minuteLabel().orElse(""));
            return;
        }
        boolean first = seen.at().isBefore(before.firstAt());
        boolean last = !seen.at().isBefore(before.lastAt());
        heard = new HeardRow(
                before.station(),
                first ? seen.at() : before.firstAt(),
                first ? seen.sequence() : before.firstSequence(),
                last ? seen.at() : before.lastAt(),
                last ? seen.sequence() : before.lastSequence(),
                before.times() + 1,
                last ? seen.minuteLabel().orElse(before.minuteLabel()) : before.minuteLabel());
    }

    /** The interval between the last minute label and this one, if it is one that a station can have. */
    private Optional<String> interval(Observation seen) {
        if (heard == null) {
            return Optional.empty();
        }
        Optional<Instant> before = ProtocolTime.parse(heard.minuteLabel());
        Optional<Instant> now = seen.minuteLabel().flatMap(ProtocolTime::parse);
        if (before.isEmpty() || now.isEmpty()) {
            return Optional.empty();
        }
        Duration between = Duration.between(before.get(), now.get());
        boolean whole = between.toSeconds() % 60 == 0;
        long minutes = between.toMinutes();
        return whole && minutes >= 1 && minutes <= LONGEST_INTERVAL
                ? Optional.of(String.valueOf(minutes))
                : Optional.empty();
    }

    private void deviate(String finding, Observation seen) {
        DeviationRow before = deviations.get(finding);
        if (before == null && deviations.size() == MOST_FINDINGS) {
            return;
        }
        newDeviations.add(finding);
        deviations.put(finding, before == null ? first(finding, seen) : next(before, seen));
    }

    private static DeviationRow first(String finding, Observation seen) {
        return new DeviationRow(
                seen.station(),
                finding,
                seen.at(),
                seen.sequence(),
                seen.at(),
                seen.sequence(),
                seen.at(),
                seen.sequence(),
                1);
    }

    private static DeviationRow next(DeviationRow before, Observation seen) {
        Instant at = seen.at();
        boolean earliest = at.isBefore(before.firstAt());
        boolean latest = !at.isBefore(before.lastAt());
        boolean again = at.isAfter(before.lastAt().plus(QUIET));
        boolean longer =
                at.isBefore(before.sinceAt()) && !at.isBefore(before.sinceAt().minus(QUIET));
        return new DeviationRow(
                before.station(),
                before.finding(),
                earliest ? at : before.firstAt(),
                earliest ? seen.sequence() : before.firstSequence(),
                again || longer ? at : before.sinceAt(),
                again || longer ? seen.sequence() : before.sinceSequence(),
                latest ? at : before.lastAt(),
                latest ? seen.sequence() : before.lastSequence(),
                before.times() + 1);
    }

    private void behave(Aspect aspect, String value, Observation seen) {
        BehaviourRow before = behaviours.get(aspect);
        if (before == null) {
            keep(aspect, settled(seen.station(), aspect, value, seen.at(), seen.sequence()));
        } else if (before.value().equals(value)) {
            if (!before.candidate().isEmpty()) {
                keep(aspect, settled(before.station(), aspect, value, before.sinceAt(), before.sinceSequence()));
            }
        } else if (!before.candidate().equals(value)) {
            keep(aspect, candidate(before, value, seen.at(), seen.sequence(), 1));
        } else if (before.candidateTimes() + 1 < CONFIRMED) {
            keep(
                    aspect,
                    candidate(
                            before,
                            value,
                            before.candidateAt(),
                            before.candidateSequence(),
                            before.candidateTimes() + 1));
        } else {
            changes.add(new ChangeRow(
                    before.station(),
                    aspect.name(),
                    before.candidateSequence(),
                    before.candidateAt(),
                    before.value(),
                    value));
            keep(aspect, settled(before.station(), aspect, value, before.candidateAt(), before.candidateSequence()));
        }
    }

    private void keep(Aspect aspect, BehaviourRow row) {
        behaviours.put(aspect, row);
        newBehaviours.add(aspect);
    }

    private static BehaviourRow settled(String station, Aspect aspect, String value, Instant since, long sequence) {
        return new BehaviourRow(station, aspect.name(), value, since, sequence, "", since, sequence, 0);
    }

    private static BehaviourRow candidate(BehaviourRow before, String value, Instant at, long sequence, int times) {
        return new BehaviourRow(
                before.station(),
                before.aspect(),
                before.value(),
                before.sinceAt(),
                before.sinceSequence(),
                value,
                at,
                sequence,
                times);
    }

    /** How it speaks in one respect; empty while nothing told. */
    Optional<String> value(Aspect aspect) {
        return Optional.ofNullable(behaviours.get(aspect)).map(BehaviourRow::value);
    }

    /** Adds what has to be written to the rows of a transaction. */
    void collect(StationRowsToSave rows) {
        HeardRow row = heard;
        if (newHeard && row != null) {
            rows.heard().add(row);
        }
        for (String finding : newDeviations) {
            Optional.ofNullable(deviations.get(finding)).ifPresent(rows.deviations()::add);
        }
        for (Aspect aspect : newBehaviours) {
            Optional.ofNullable(behaviours.get(aspect)).ifPresent(rows.behaviours()::add);
        }
        rows.changes().addAll(changes);
        packets.collect(rows);
    }

    /** Everything that was collected is in the store. */
    void saved() {
        newHeard = false;
        newDeviations.clear();
        newBehaviours.clear();
        changes.clear();
        packets.saved();
    }
}
