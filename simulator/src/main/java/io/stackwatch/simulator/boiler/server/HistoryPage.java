package io.stackwatch.simulator.boiler.server;

import io.stackwatch.simulator.boiler.BoilerQuantity;
import io.stackwatch.simulator.boiler.Instruments;
import io.stackwatch.simulator.boiler.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A piece of the history of one node, reckoned when it is asked for.
 *
 * @param samples in the order asked for
 * @param next where to go on; empty if that was all
 */
record HistoryPage(List<Sample> samples, Optional<Instant> next) {

    /**
     * What is asked for (OPC UA Part 11, reading raw values): forwards from {@code from}, which is included, to {@code to},
     * which is not; backwards likewise if {@code from} is the later one.
     *
     * @param most how many samples are wanted at most
     */
    record Asked(Instant from, Instant to, int most) {

        boolean isBackwards() {
            return from.isAfter(to);
        }
    }

    /**
     * Reads a page.
     *
     * @param earliest what is before is not kept any more
     * @param latest what is after has not happened yet
     * @param kept whether something was kept at that instant: not while the server stood still
     */
    static HistoryPage read(
            Instruments instruments,
            BoilerQuantity quantity,
            SampleGrid grid,
            Asked asked,
            Instant earliest,
            Instant latest,
            Predicate<Instant> kept) {
        boolean back = asked.isBackwards();
        Instant at =
                back ? grid.atOrBefore(earlier(asked.from(), latest)) : grid.atOrAfter(later(asked.from(), earliest));
        List<Sample> samples = new ArrayList<>();
        while (isWithin(at, asked, earliest, latest)) {
            if (samples.size() == asked.most()) {
                return new HistoryPage(samples, Optional.of(at));
            }
            if (kept.test(at)) {
                instruments.sample(quantity, at, instruments.truth(at)).ifPresent(samples::add);
            }
            at = back ? at.minus(grid.interval()) : at.plus(grid.interval());
        }
        return new HistoryPage(samples, Optional.empty());
    }

    private static boolean isWithin(Instant at, Asked asked, Instant earliest, Instant latest) {
        if (at.isBefore(earliest) || at.isAfter(latest)) {
            return false;
        }
        if (asked.from().equals(asked.to())) {
            return at.equals(asked.from());
        }
        return asked.isBackwards() ? at.isAfter(asked.to()) : at.isBefore(asked.to());
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
