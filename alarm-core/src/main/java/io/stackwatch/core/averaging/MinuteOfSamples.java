package io.stackwatch.core.averaging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The samples of one factor in one minute, each with its origin; an instant at which nothing was known is empty, never the
 * old value. Immutable.
 *
 * <p>What it comes to does not depend on the order in which values arrive: of values that held at the same instant a live one
 * goes before one that was read back, and then the newer before the older.
 */
public final class MinuteOfSamples {

    private final SampleGrid grid;
    private final Instant start;
    private final List<Optional<PlacedSample>> slots;

    private MinuteOfSamples(SampleGrid grid, Instant start, List<Optional<PlacedSample>> slots) {
        this.grid = grid;
        this.start = start;
        this.slots = List.copyOf(slots);
    }

    /** A minute of which nothing is known. */
    public static MinuteOfSamples empty(SampleGrid grid, Instant start) {
        return of(grid, start, Collections.nCopies(grid.perMinute(), Optional.empty()));
    }

    /** A minute with these samples, one for each instant of the grid. */
    public static MinuteOfSamples of(SampleGrid grid, Instant start, List<Optional<PlacedSample>> slots) {
        if (slots.size() != grid.perMinute() || !SampleGrid.minuteOf(start).equals(start)) {
            throw new IllegalArgumentException(slots.size() + " samples do not make the minute " + start);
        }
        return new MinuteOfSamples(grid, start, slots);
    }

    /** Its first instant. */
    public Instant start() {
        return start;
    }

    /** The sample of each instant of the grid. */
    public List<Optional<PlacedSample>> slots() {
        return slots;
    }

    /** The minute with a value that held. */
    public MinuteOfSamples with(Hold hold) {
        return with(hold.value(), hold.from(), hold.until());
    }

    /**
     * The minute with a value that held from one instant until another: it takes what is empty, older, or read back where it
     * is live.
     *
     * @param from first instant at which it may have held
     * @param until first instant at which it no longer did
     */
    public MinuteOfSamples with(PlacedSample value, Instant from, Instant until) {
        Instant end = start.plusSeconds(60);
        Instant at = grid.notBefore(from.isAfter(start) ? from : start);
        if (!at.isBefore(until) || !at.isBefore(end)) {
            return this;
        }
        List<Optional<PlacedSample>> changed = new ArrayList<>(slots);
        for (; at.isBefore(until) && at.isBefore(end); at = at.plus(grid.step())) {
            int slot = grid.slotOf(at);
            if (!value.sourceTime().isAfter(at)
                    && changed.get(slot).map(value::takesThePlaceOf).orElse(true)) {
                changed.set(slot, Optional.of(value));
            }
        }
        return changed.equals(slots) ? this : new MinuteOfSamples(grid, start, changed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MinuteOfSamples minute && minute.start.equals(start) && minute.slots.equals(slots);
    }

    @Override
    public int hashCode() {
        return start.hashCode() * 31 + slots.hashCode();
    }

    @Override
    public String toString() {
        return start + " " + slots;
    }
}
