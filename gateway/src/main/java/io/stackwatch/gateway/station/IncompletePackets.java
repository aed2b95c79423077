package io.stackwatch.gateway.station;

import io.stackwatch.gateway.records.PacketSetRecords;
import io.stackwatch.gateway.records.PacketSetRow;
import io.stackwatch.gateway.records.RecordStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Split uploads whose packets have not all come and are not coming any more. Figures of the others are in the record all the
 * same: each packet is understood by itself. Safe for use by several threads.
 */
public final class IncompletePackets {

    private final RecordStore store;
    private final Duration within;
    private final Clock clock;

    /** @param within how long after the last packet the next one may come */
    public IncompletePackets(RecordStore store, Duration within, Clock clock) {
        this.store = store;
        this.within = within;
        this.clock = clock;
    }

    /** Those of a station, the newest first. */
    public List<PacketSetRow> of(String station) {
        return store.read(handle -> PacketSetRecords.incomplete(handle, station, quietSince(), PacketTrail.MOST));
    }

    /** How many there are. */
    public int count() {
        return store.read(handle -> PacketSetRecords.incomplete(handle, quietSince()));
    }

    private Instant quietSince() {
        return clock.instant().minus(within);
    }
}
