package io.stackwatch.core.measurement;

import io.stackwatch.core.registry.OutletId;
import java.io.Closeable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Time series of what was reported, for charts.
 *
 * <p>A cache, not a record: everything in it can be written again from the journal, numbers are binary floating point, and
 * nothing that is read here is ever compared with a limit. All methods are safe for use by several threads and may
 * block; every wait ends. Whoever opened a log closes it.
 */
public interface ReadingLog extends Closeable {

    /**
     * Stores a batch; durable as far as the store promises it on return. Writing the same figure again replaces the value
     * and the flag, so a batch may be repeated at will. Of two entries for one figure and instant in a batch the later one
     * wins. A number beyond the range of a double is left out.
     *
     * @throws Unavailable if the store could not be asked; the same batch should be tried again later
     * @throws Refused if the store will never take this batch as it is; other entries of it may have been stored
     */
    void write(List<Entry> batch);

    /**
     * The points of one figure in {@code [from, until)}, oldest first. If there are more than {@code maxPoints}, the period
     * is cut into equal stretches and of each the lowest and the highest point are kept: a peak never disappears, and every
     * point that is returned was reported.
     *
     * @throws Unavailable if the store could not be asked
     */
    Series series(Figure figure, Instant from, Instant until, int maxPoints);

    /**
     * The newest point of every figure of an outlet that has one at or after {@code since}, ordered by factor and
     * statistic.
     *
     * @throws Unavailable if the store could not be asked
     */
    List<Latest> latest(OutletId outlet, Span span, Instant since);

    /**
     * Drops everything of this span that starts before {@code before}. Repeating it is harmless.
     *
     * @throws Unavailable if the store could not be asked
     */
    void forget(Span span, Instant before);

    @Override
    void close();

    /** A reading and the outlet that the registry says it belongs to. */
    record Entry(OutletId outlet, Reading reading) {

        /** The figure that this entry is a value of. */
        public Figure figure() {
            return new Figure(outlet, reading.factor(), reading.statistic(), reading.span());
        }
    }

    /** What a series is a series of. */
    record Figure(OutletId outlet, FactorCode factor, Statistic statistic, Span span) {}

    /**
     * One value. Values of one figure and instant that differ in unit are different points: after the unit in a station's
     * profile was corrected, the log is rebuilt from the journal.
     *
     * @param start the instant, or the start of the stretch of time, in milliseconds precision
     * @param value the number in {@code unit}
     * @param unit what the number counts
     * @param flag the logger's mark, empty if none was sent
     */
    record Point(Instant start, double value, Unit unit, Optional<DataFlag> flag) {}

    /** Points of one figure; {@code thinned} if some were left out. */
    record Series(Figure figure, List<Point> points, boolean thinned) {

        public Series {
            points = List.copyOf(points);
        }
    }

    /** The newest point of a figure. */
    record Latest(Figure figure, Point point) {}

    /** The store could not be asked, or did not answer in time: try again. */
    final class Unavailable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The store answered that it will not take this: trying again is of no use. */
    final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Refused(String message) {
            super(message);
        }

        public Refused(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
