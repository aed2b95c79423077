package io.stackwatch.core.integrity;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One way in which hours of a factor look wrong: a run of hours that ends with the newest one. It says what it sees and raises
 * suspicion only. Pure; safe to share.
 */
public interface HourDetector {

    /** The kind of alarm that it raises, a code of the catalogue. */
    String code();

    /** Whether an hour belongs to the run, given the hour behind it that already does. */
    boolean belongs(SeenHour hour, Optional<SeenHour> behind, Terms terms);

    /** How many hours in a row it takes, or, for {@link #strictly}, must be exceeded. */
    Duration takes(Terms terms);

    /** Whether the run must last longer than {@link #takes}, and not only as long. */
    default boolean strictly() {
        return false;
    }

    /** Of which factors it speaks; empty: of all. */
    default Set<String> factors() {
        return Set.of();
    }

    /**
     * What holds in the newest hour.
     *
     * @param parameters the dated numbers of the detectors
     * @param rangeLeast lower end of the instrument's range, if it is registered
     * @param rangeMost upper end of it, if it is registered
     */
    record Terms(Numbers parameters, Optional<BigDecimal> rangeLeast, Optional<BigDecimal> rangeMost) {}

    /** Dated numbers by name: what {@code RuleParameters} answers at the newest hour. */
    interface Numbers {
        /** A decimal in the row's unit. */
        BigDecimal decimal(String name);

        /** A duration. */
        Duration duration(String name);
    }

    /** A run of hours that looks wrong. */
    record Run(Instant first, Instant last, int hours, String words) {}

    /**
     * The run that ends with the newest hour, if it is long enough.
     *
     * @param hours in order of time, the newest last; an hour that was not received is left out and ends a run
     */
    default Optional<Run> now(List<SeenHour> hours, Terms terms) {
        int from = hours.size();
        while (from > 0 && joins(hours, from - 1, terms)) {
            from--;
        }
        int length = hours.size() - from;
        int order = Duration.ofHours(length).compareTo(takes(terms));
        if (length == 0 || order < 0 || (order == 0 && strictly())) {
            return Optional.empty();
        }
        SeenHour newest = hours.get(hours.size() - 1);
        return Optional.of(new Run(hours.get(from).start(), newest.start(), length, words(newest, length, terms)));
    }

    private boolean joins(List<SeenHour> hours, int index, Terms terms) {
        boolean newest = index == hours.size() - 1;
        Optional<SeenHour> behind = newest ? Optional.empty() : Optional.of(hours.get(index + 1));
        boolean adjoins = behind.map(next ->
                        hours.get(index).start().plus(Duration.ofHours(1)).equals(next.start()))
                .orElse(true);
        return adjoins && belongs(hours.get(index), behind, terms);
    }

    /** What is seen, with its numbers. */
    default String words(SeenHour newest, int hours, Terms terms) {
        String value = newest.measured().map(BigDecimal::toPlainString).orElse("no value");
        String flag = newest.flag().isEmpty() ? "" : " flag " + newest.flag();
        return hours + " h: " + value + flag + ", taken from " + takes(terms).toHours() + " h on"
                + (strictly() ? ", exceeded" : "");
    }
}
