package io.stackwatch.gateway.audit;

import io.stackwatch.core.supervision.CityMonthFixture;
import io.stackwatch.core.transmission.CityMonth;
import io.stackwatch.core.transmission.Variant;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Months that a test makes: the worked example, with as many valid hours of boiler 1 as were known at the cut-off. */
public final class MadeMonths implements MonthSource {

    private final YearMonth first;
    private final TreeMap<Instant, Long> known = new TreeMap<>();

    /** Counts that were asked for, in order. */
    final List<String> counted = new ArrayList<>();

    /** Months that cannot be counted. */
    final Set<YearMonth> broken = new HashSet<>();

    /** What counting waits for; empty text for nothing. */
    String waits = "";

    /** What is not judged yet; empty text for nothing. */
    String behind = "";

    /** Months that were frozen, with the instant. */
    final List<String> frozen = new ArrayList<>();

    /** Happens once, during the next count. */
    private Runnable meanwhile = () -> {};

    public MadeMonths(YearMonth first) {
        this.first = first;
        known.put(Instant.EPOCH, 2700L);
    }

    /** From an instant on so many valid hours of boiler 1 are known. */
    public MadeMonths knowing(String since, long valid) {
        known.put(Instant.parse(since), valid);
        return this;
    }

    void duringTheNextCount(Runnable happens) {
        meanwhile = happens;
    }

    @Override
    public Optional<String> behind() {
        return Optional.of(behind).filter(text -> !text.isEmpty());
    }

    @Override
    public Optional<YearMonth> first() {
        return Optional.of(first);
    }

    @Override
    public Optional<String> waitsFor(YearMonth month, Instant cutoff) {
        return Optional.of(waits).filter(what -> !what.isEmpty());
    }

    @Override
    public void frozen(Handle handle, YearMonth month, Instant at) {
        frozen.add(month + " " + at);
    }

    @Override
    public CityMonth count(YearMonth month, Variant variant, Instant cutoff) {
        Runnable now = meanwhile;
        meanwhile = () -> {};
        now.run();
        if (broken.contains(month)) {
            throw new IllegalStateException("the hours of " + month + " cannot be read");
        }
        counted.add(month + " " + variant + " " + cutoff);
        long valid = known.floorEntry(cutoff).getValue() - (variant == Variant.REAL_TIME ? 100 : 0);
        return CityMonthFixture.worked(valid, month, variant, cutoff);
    }
}
