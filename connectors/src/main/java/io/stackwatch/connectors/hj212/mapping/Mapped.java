package io.stackwatch.connectors.hj212.mapping;

import io.stackwatch.core.measurement.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a frame says: figures, other things that are understood, and the rest with its reason.
 *
 * @param command the frame's command
 * @param backfilled whether the sender marks it as taken from its backlog (2025: RF=1)
 * @param dataTime the DataTime as sent, the instant it means if it means one
 * @param readings the figures
 * @param others states, identities, log lines
 * @param unmapped what is neither
 */
public record Mapped(
        int command,
        boolean backfilled,
        Optional<Instant> dataTime,
        List<Reading> readings,
        List<OtherItem> others,
        List<Unmapped> unmapped) {

    public Mapped {
        readings = List.copyOf(readings);
        others = List.copyOf(others);
        unmapped = List.copyOf(unmapped);
    }
}
