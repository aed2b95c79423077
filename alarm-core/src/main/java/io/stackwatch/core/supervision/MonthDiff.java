package io.stackwatch.core.supervision;

import io.stackwatch.core.transmission.MonthLine;
import io.stackwatch.core.transmission.RateBand;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is different between two versions of the figures of a month, line by line. A line is named under the place that it has in the
 * newer version; one that is gone stands behind those that are there.
 *
 * @param month which month
 * @param before what the older version was counted with
 * @param after what the newer version was counted with
 * @param changes lines that differ, in the order of the figures
 * @param unchanged how many lines are the same
 * @param reason why the newer version was made, in an officer's words or those of the calendar
 */
public record MonthDiff(
        YearMonth month, FigureHead before, FigureHead after, List<Change> changes, int unchanged, String reason) {

    public MonthDiff {
        changes = List.copyOf(changes);
    }

    /**
     * A line that differs.
     *
     * @param before empty if the line is new
     * @param after empty if the line is gone
     */
    public record Change(LinePlace place, String name, Optional<Side> before, Optional<Side> after) {

        /** Whether it lies in another band than before; also if there was no line before, or is none any more. */
        public boolean bandChanged() {
            return !before.map(Side::band).equals(after.map(Side::band));
        }
    }

    /** One side of a change. */
    public record Side(MonthLine line, RateBand band) {}

    /** Compares two versions of the same variant of a month. */
    public static MonthDiff of(MonthFigures before, MonthFigures after, String reason) {
        FigureHead old = before.head();
        FigureHead now = after.head();
        if (!old.month().equals(now.month()) || old.variant() != now.variant()) {
            throw new IllegalArgumentException("versions of one month and variant are compared, not " + old.month()
                    + " " + old.variant() + " with " + now.month() + " " + now.variant());
        }
        Map<LinePlace, FigureLine> left = new LinkedHashMap<>();
        before.lines().forEach(line -> left.put(line.place(), line));
        List<Change> changes = new ArrayList<>();
        int unchanged = 0;
        for (FigureLine line : after.lines()) {
            Optional<FigureLine> was = Optional.ofNullable(left.remove(line.place()));
            Optional<Side> from = was.map(one -> side(one, old));
            Optional<Side> to = Optional.of(side(line, now));
            if (from.equals(to) && was.map(FigureLine::county).equals(Optional.of(line.county()))) {
                unchanged++;
            } else {
                changes.add(new Change(line.place(), line.name(), from, to));
            }
        }
        left.values()
                .forEach(gone -> changes.add(
                        new Change(gone.place(), gone.name(), Optional.of(side(gone, old)), Optional.empty())));
        return new MonthDiff(now.month(), old, now, changes, unchanged, reason);
    }

    private static Side side(FigureLine line, FigureHead head) {
        return new Side(line.line(), head.band(line.line()));
    }

    /** Lines whose band changed. */
    public List<Change> bandChanges() {
        return changes.stream().filter(Change::bandChanged).toList();
    }
}
