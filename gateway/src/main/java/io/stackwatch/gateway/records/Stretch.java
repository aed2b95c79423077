package io.stackwatch.gateway.records;

import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.OutletId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Days of an outlet that follow each other, as one key of a query: a month is asked for once and not thirty times.
 *
 * @param outlet where
 * @param window from the start of the first to the end of the last
 */
record Stretch(OutletId outlet, Window window) {

    /** The fewest stretches that hold these days, and nothing else; a day that is given twice is in one. */
    static List<Stretch> of(Collection<OutletDay> days) {
        List<Stretch> stretches = new ArrayList<>();
        days.stream()
                .sorted(Comparator.comparing(OutletDay::outlet).thenComparing(OutletDay::day))
                .distinct()
                .forEach(day -> add(stretches, new Stretch(day.outlet(), day.window())));
        return stretches;
    }

    private static void add(List<Stretch> stretches, Stretch next) {
        int last = stretches.size() - 1;
        if (last >= 0 && stretches.get(last).isFollowedBy(next)) {
            Window whole = new Window(stretches.get(last).window.start(), next.window.end());
            stretches.set(last, new Stretch(next.outlet, whole));
        } else {
            stretches.add(next);
        }
    }

    private boolean isFollowedBy(Stretch next) {
        return outlet.equals(next.outlet) && window.end().equals(next.window.start());
    }

    /** Outlet, first instant, first instant behind, as values of a row. */
    void values(List<Object> row) {
        row.add(outlet.value());
        row.add(window.start().toEpochMilli());
        row.add(window.end().toEpochMilli());
    }
}
