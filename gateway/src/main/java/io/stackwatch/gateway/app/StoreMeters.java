package io.stackwatch.gateway.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.stackwatch.gateway.journal.camel.JournalComponent;
import io.stackwatch.gateway.journal.camel.ReaderStatus;
import io.stackwatch.gateway.judgement.CoreCursor;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.timetable.Timetable;

/** The figures of deciding: who waits for the store, whether the core repeats a batch, whether wake-ups fail. */
final class StoreMeters implements MeterBinder {

    private final RecordStore store;
    private final JournalComponent readers;
    private final Timetable timetable;

    StoreMeters(RecordStore store, JournalComponent readers, Timetable timetable) {
        this.store = store;
        this.readers = readers;
        this.timetable = timetable;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("stackwatch.records.waiting.writers", store, s -> s.pressure()
                        .waitingWriters())
                .description("transactions that wait for the one writer")
                .register(registry);
        Gauge.builder("stackwatch.records.waiting.readers", store, s -> s.pressure()
                        .waitingReaders())
                .description("queries that wait for a connection")
                .register(registry);
        Gauge.builder("stackwatch.core.failures", readers, StoreMeters::failuresInARow)
                .description("failed attempts at the present batch")
                .register(registry);
        Gauge.builder("stackwatch.timetable.failures", timetable, Timetable::failedInARow)
                .description("wake-ups that failed since the last good one")
                .register(registry);
    }

    private static double failuresInARow(JournalComponent readers) {
        return readers.readers().stream()
                .filter(reader -> reader.cursor().equals(CoreCursor.NAME))
                .mapToInt(ReaderStatus::failuresInARow)
                .findFirst()
                .orElse(0);
    }
}
