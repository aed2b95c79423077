package io.stackwatch.core.integrity;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * Usable hourly figures of one factor in the order of time. Immutable.
 *
 * @param watched which factor, and from where on a figure is one of something
 * @param points one for each hour at most
 */
record Series(WatchedFactor watched, List<Point> points) {

    private static final Duration HOUR = Duration.ofHours(1);

    Series {
        points = List.copyOf(points);
    }

    FactorCode factor() {
        return watched.factor();
    }

    int size() {
        return points.size();
    }

    /** The figures whose hours lie in a window. */
    Series in(Window window) {
        return where(point -> window.contains(point.start()));
    }

    Series where(Predicate<Point> test) {
        return new Series(watched, points.stream().filter(test).toList());
    }

    /** The figures cut into stretches without a gap. */
    List<Series> runs() {
        return stretches((before, next) -> before.start().plus(HOUR).equals(next.start()));
    }

    /** The figures cut between any two neighbours that do not belong together. */
    List<Series> stretches(BiPredicate<Point, Point> together) {
        List<Series> cut = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= points.size(); i++) {
            if (i == points.size() || !together.test(points.get(i - 1), points.get(i))) {
                cut.add(new Series(watched, points.subList(from, i)));
                from = i;
            }
        }
        return cut;
    }

    Optional<BigDecimal> at(Instant start) {
        return points.stream()
                .filter(point -> point.start().equals(start))
                .findFirst()
                .map(Point::value);
    }

    /** From the first hour to the last; not of an empty series. */
    Window window() {
        return new Window(
                points.get(0).start(), points.get(points.size() - 1).start().plus(HOUR));
    }

    List<Shown> shown() {
        return points.stream().map(Point::shown).toList();
    }

    List<BigDecimal> values() {
        return points.stream().map(Point::value).toList();
    }

    /** How many different figures there are. */
    int distinct() {
        return (int) points.stream()
                .map(point -> point.value().stripTrailingZeros())
                .distinct()
                .count();
    }

    /** Whether there are that many figures, and so few different ones that a repeated figure means nothing. */
    boolean isCoarse(int atLeast, BigDecimal share) {
        return size() >= atLeast
                && BigDecimal.valueOf(distinct()).compareTo(share.multiply(BigDecimal.valueOf(size()))) < 0;
    }
}
