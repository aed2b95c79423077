package io.stackwatch.gateway.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.stackwatch.gateway.records.AdmissionRecords;
import io.stackwatch.gateway.records.QuarantineRecords;
import io.stackwatch.gateway.records.RecordStore;

/** How many strangers wait for an officer, and how many admissions still have frames to bring. */
final class StationMeters implements MeterBinder {

    private final RecordStore store;

    StationMeters(RecordStore store) {
        this.store = store;
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
    }
}
