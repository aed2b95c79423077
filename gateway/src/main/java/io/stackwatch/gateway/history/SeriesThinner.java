package io.stackwatch.gateway.history;

import io.stackwatch.core.measurement.ReadingLog.Figure;
import io.stackwatch.core.measurement.ReadingLog.Point;
import io.stackwatch.core.measurement.ReadingLog.Series;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the points of a period in order and keeps at most so many, the lowest and the highest of each stretch.
 *
 * <p>Memory is bounded by the number of points asked for, whatever the period holds. For one thread.
 */
final class SeriesThinner {

    private final Figure figure;
    private final long fromMillis;
    private final long lengthMillis;
    private final int maxPoints;
    private final List<Point> all = new ArrayList<>();
    private final @Nullable Point[] lowest;
    private final @Nullable Point[] highest;
    private boolean overflowed;

    SeriesThinner(Figure figure, Instant from, Instant until, int maxPoints) {
        if (maxPoints < 2) {
            throw new IllegalArgumentException("a series has room for at least 2 points: " + maxPoints);
        }
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("empty period: " + from + " to " + until);
        }
        this.figure = figure;
        this.fromMillis = from.toEpochMilli();
        this.lengthMillis = Math.max(1, until.toEpochMilli() - fromMillis);
        this.maxPoints = maxPoints;
        this.lowest = new @Nullable Point[maxPoints / 2];
        this.highest = new @Nullable Point[maxPoints / 2];
    }

    void add(Point point) {
        if (!overflowed) {
            if (all.size() < maxPoints) {
                all.add(point);
                return;
            }
            overflowed = true;
            all.forEach(this::sort);
            all.clear();
        }
        sort(point);
    }

    Series series() {
        if (!overflowed) {
            return new Series(figure, all, false);
        }
        List<Point> kept = new ArrayList<>();
        for (int i = 0; i < lowest.length; i++) {
            Point low = lowest[i];
            Point high = highest[i];
            if (low == null || high == null) {
                continue;
            }
            if (low.equals(high)) {
                kept.add(low);
            } else if (low.start().isBefore(high.start())) {
                kept.add(low);
                kept.add(high);
            } else {
                kept.add(high);
                kept.add(low);
            }
        }
        return new Series(figure, kept, true);
    }

    private void sort(Point point) {
        long offset = point.start().toEpochMilli() - fromMillis;
        int stretch = (int) Math.min(lowest.length - 1L, offset * lowest.length / lengthMillis);
        Point low = lowest[stretch];
        Point high = highest[stretch];
        if (low == null || point.value() < low.value()) {
            lowest[stretch] = point;
        }
        if (high == null || point.value() > high.value()) {
            highest[stretch] = point;
        }
    }
}
