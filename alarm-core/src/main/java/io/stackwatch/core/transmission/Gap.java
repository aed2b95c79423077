package io.stackwatch.core.transmission;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.OutletId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * A run of hours of one factor that were due and not received; never shown as 0 and never as "within".
 *
 * @param outlet where
 * @param factor of what
 * @param firstHour start of the first missing hour
 * @param lastHour start of the last missing hour
 */
public record Gap(OutletId outlet, FactorCode factor, Instant firstHour, Instant lastHour) {

    private static final Duration HOUR = Duration.ofHours(1);

    public Gap {
        if (lastHour.isBefore(firstHour)) {
            throw new IllegalArgumentException("gap ends at " + lastHour + ", before its first hour " + firstHour);
        }
    }

    /** How many clock hours it spans. */
    public int hours() {
        return Math.toIntExact(Duration.between(firstHour, lastHour).toHours() + 1);
    }

    /** The gaps that missing hours form, in order of time. */
    public static List<Gap> of(OutletId outlet, FactorCode factor, Collection<Instant> missingHours) {
        List<Gap> gaps = new ArrayList<>();
        for (Instant hour : new TreeSet<>(missingHours)) {
            int last = gaps.size() - 1;
            if (last >= 0 && gaps.get(last).lastHour().plus(HOUR).equals(hour)) {
                gaps.set(last, new Gap(outlet, factor, gaps.get(last).firstHour(), hour));
            } else {
                gaps.add(new Gap(outlet, factor, hour, hour));
            }
        }
        return List.copyOf(gaps);
    }
}
