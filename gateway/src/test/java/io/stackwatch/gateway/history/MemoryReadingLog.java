package io.stackwatch.gateway.history;

import io.stackwatch.core.measurement.ReadingLog;
import io.stackwatch.core.measurement.Span;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.registry.OutletId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A {@link ReadingLog} in memory, for tests of whoever uses one. */
public final class MemoryReadingLog implements ReadingLog {

    private static final Comparator<Place> BY_TIME = Comparator.comparing(Place::start)
            .thenComparing(place -> place.unit().symbol());

    private final Map<Figure, TreeMap<Place, Point>> series = new HashMap<>();

    @Override
    public synchronized void write(List<Entry> batch) {
        for (Entry entry : batch) {
            double number = entry.reading().number().doubleValue();
            if (Double.isFinite(number)) {
                Instant start = Instant.ofEpochMilli(entry.reading().start().toEpochMilli());
                Unit unit = entry.reading().unit();
                series.computeIfAbsent(entry.figure(), absent -> new TreeMap<>(BY_TIME))
                        .put(
                                new Place(start, unit),
                                new Point(start, number, unit, entry.reading().flag()));
            }
        }
    }

    @Override
    public synchronized Series series(Figure figure, Instant from, Instant until, int maxPoints) {
        SeriesThinner thinner = new SeriesThinner(figure, from, until, maxPoints);
        series.getOrDefault(figure, new TreeMap<>(BY_TIME)).values().stream()
                .filter(point -> !point.start().isBefore(from) && point.start().isBefore(until))
                .forEach(thinner::add);
        return thinner.series();
    }

    @Override
    public synchronized List<Latest> latest(OutletId outlet, Span span, Instant since) {
        return series.entrySet().stream()
                .filter(one -> one.getKey().outlet().equals(outlet)
                        && one.getKey().span() == span
                        && !one.getValue().isEmpty())
                .map(one -> new Latest(one.getKey(), one.getValue().lastEntry().getValue()))
                .filter(latest -> !latest.point().start().isBefore(since))
                .sorted(SqliteReadingLog.BY_FIGURE)
                .toList();
    }

    @Override
    public synchronized void forget(Span span, Instant before) {
        series.forEach((figure, points) -> {
            if (figure.span() == span) {
                points.keySet().removeIf(place -> place.start().isBefore(before));
            }
        });
    }

    @Override
    public void close() {}

    private record Place(Instant start, Unit unit) {}
}
