package io.stackwatch.connectors.hj212.mapping;

import io.stackwatch.core.measurement.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a frame says: figures, other facts, and the rest with its reason.
 *
 * @param command the frame's command
 * @param backfilled whether the sender marks it as taken from its backlog (2025: RF=1)
 * @param packet which of how many packets it is, where it is one of several
 * @param dataTime the DataTime as sent, the instant it means if it means one
 * @param interval how long a stretch its minute figures speak of; empty for a frame without minute figures
 * @param readings the figures
 * @param facts states, identities, parameters, conditions
 * @param unmapped what is neither
 */
public record Mapped(
        int command,
        boolean backfilled,
        Optional<Packet> packet,
        Optional<Instant> dataTime,
        Optional<Duration> interval,
        List<Reading> readings,
        List<Fact> facts,
        List<Unmapped> unmapped) {

    public Mapped {
        readings = List.copyOf(readings);
        facts = List.copyOf(facts);
        unmapped = List.copyOf(unmapped);
    }
}
