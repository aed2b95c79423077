package io.stackwatch.core.measurement;

import io.stackwatch.core.registry.OutletId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One clock hour of one factor at one outlet: the unit that is reported, due, judged and counted.
 *
 * @param outlet where
 * @param factor of what
 * @param start first instant of the hour
 */
public record FactorHour(OutletId outlet, FactorCode factor, Instant start) {

    /** The hour as a window. */
    public Window window() {
        return new Window(start, end());
    }

    /** First instant behind the hour. */
    public Instant end() {
        return start.plus(Duration.ofHours(1));
    }

    /** The same hour of another factor. */
    public FactorHour of(FactorCode other) {
        return new FactorHour(outlet, other, start);
    }

    /** Written out, because a month of a city is looked up by it: what a record makes of itself compares through method handles. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other == this
                || (other instanceof FactorHour hour
                        && start.equals(hour.start)
                        && factor.value().equals(hour.factor.value())
                        && outlet.value().equals(hour.outlet.value()));
    }

    /** Counts hours, not seconds: the hours of a month would lie in few of the places of a map otherwise. */
    @Override
    public int hashCode() {
        int place = 31 * outlet.value().hashCode() + factor.value().hashCode();
        return 1_021 * place
                + (int) (start.getEpochSecond() / Duration.ofHours(1).toSeconds());
    }
}
