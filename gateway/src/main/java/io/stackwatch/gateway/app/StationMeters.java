package io.stackwatch.gateway.app;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.stackwatch.gateway.records.AdmissionRecords;
import io.stackwatch.gateway.records.QuarantineRecords;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.station.IncompletePackets;
import io.stackwatch.gateway.station.StationCursor;

/**
 * How many strangers wait for an officer, how many admissions still have frames to bring, and how many split uploads lack
 * packets.
 */
final class StationMeters implements MeterBinder {

    private final RecordStore store;
    private final IncompletePackets packets;
    private final StationCursor cursor;

    StationMeters(RecordStore store, IncompletePackets packets, StationCursor cursor) {
        this.store = store;
        this.packets = packets;
        this.cursor = cursor;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("stackwatch.quarantine.open", store, records -> records.read(QuarantineRecords::open))
                .description("entries of the quarantine about which nobody has decided")
                .register(registry);
        Gauge.builder("stackwatch.admissions.running", store, records -> records.read(AdmissionRecords::running)
                        .size())
                .description("admitted stations whose frames are still being journaled again")
                .register(registry);
        Gauge.builder("stackwatch.packets.incomplete", packets, IncompletePackets::count)
                .description("split uploads of which packets are missing and not awaited any more")
                .register(registry);
        FunctionCounter.builder("stackwatch.packets.notkept", cursor, StationCursor::packetsNotKept)
                .description("split uploads that lack packets and are not among those that are kept of their station")
                .register(registry);
    }
}
