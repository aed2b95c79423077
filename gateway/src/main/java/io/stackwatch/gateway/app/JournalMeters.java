package io.stackwatch.gateway.app;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.stackwatch.gateway.journal.Journal.CursorPosition;
import io.stackwatch.gateway.journal.Journal.Refusal;
import io.stackwatch.gateway.journal.segment.JournalGauges;
import io.stackwatch.gateway.journal.segment.JournalState;
import io.stackwatch.gateway.journal.segment.SegmentJournal;
import java.time.Duration;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The journal's figures: what waits for the disk, what it refuses and why, how far its readers are. */
final class JournalMeters implements MeterBinder {

    private final SegmentJournal journal;
    private final ReaderPlaces places;

    JournalMeters(SegmentJournal journal, ReaderPlaces places) {
        this.journal = journal;
        this.places = places;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "writing", "1 while frames are made durable", g -> g.state() == JournalState.ACCEPTING ? 1 : 0);
        gauge(registry, "waiting.records", "appends without a receipt yet", JournalGauges::waitingRecords);
        gauge(registry, "waiting.bytes", "their bytes", JournalGauges::waitingBytes);
        gauge(registry, "head", "last durable sequence number", JournalGauges::head);
        gauge(registry, "tail", "first sequence number kept", JournalGauges::tail);
        gauge(registry, "force.longest.seconds", "longest forcing of the disk", g -> seconds(g.longestForce()));
        counter(registry, "records", "records made durable", JournalGauges::appendedRecords);
        counter(registry, "bytes", "their bytes", JournalGauges::appendedBytes);
        counter(registry, "forces", "how often the disk was forced", JournalGauges::forces);
        counter(registry, "force.seconds", "time spent forcing the disk", g -> seconds(g.forceTime()));
        counter(registry, "faults", "failed attempts to write", JournalGauges::faults);
        counter(registry, "damaged", "records that readers could not read", JournalGauges::damagedRecords);
        counter(registry, "packing.failures", "failed attempts to pack a segment", JournalGauges::packingFailures);
        for (Refusal why : Refusal.values()) {
            FunctionCounter.builder("stackwatch.journal.refused", journal, j -> j.gauges()
                            .refused()
                            .getOrDefault(why, 0L))
                    .tag("why", why.name().toLowerCase(Locale.ROOT))
                    .description("appends refused")
                    .register(registry);
        }
        for (CursorPosition cursor : journal.cursors()) {
            Gauge.builder("stackwatch.journal.lag", places, p -> p.lag(cursor.name()))
                    .tag("cursor", cursor.name())
                    .description("records that a reader has not dealt with")
                    .register(registry);
        }
    }

    private void gauge(MeterRegistry registry, String name, String text, ToDoubleFunction<JournalGauges> figure) {
        Gauge.builder("stackwatch.journal." + name, journal, j -> figure.applyAsDouble(j.gauges()))
                .description(text)
                .register(registry);
    }

    private void counter(MeterRegistry registry, String name, String text, ToDoubleFunction<JournalGauges> figure) {
        FunctionCounter.builder("stackwatch.journal." + name, journal, j -> figure.applyAsDouble(j.gauges()))
                .description(text)
                .register(registry);
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
