package io.stackwatch.gateway.history;

import io.stackwatch.core.measurement.ReadingLog;
import io.stackwatch.core.measurement.Span;
import io.stackwatch.core.registry.OutletId;
import java.time.Instant;
import java.util.List;

/** Passes everything on; a test overrides what shall go wrong. */
class ObedientLog implements ReadingLog {

    private final ReadingLog behind;

    ObedientLog(ReadingLog behind) {
        this.behind = behind;
    }

    @Override
    public void write(List<Entry> batch) {
        behind.write(batch);
    }

    @Override
    public Series series(Figure figure, Instant from, Instant until, int maxPoints) {
        return behind.series(figure, from, until, maxPoints);
    }

    @Override
    public List<Latest> latest(OutletId outlet, Span span, Instant since) {
        return behind.latest(outlet, span, since);
    }

    @Override
    public void forget(Span span, Instant before) {
        behind.forget(span, before);
    }

    @Override
    public void close() {
        behind.close();
    }
}
