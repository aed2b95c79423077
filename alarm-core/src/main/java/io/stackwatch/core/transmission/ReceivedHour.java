package io.stackwatch.core.transmission;

import io.stackwatch.core.measurement.Validity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * One version of what was received of an hour of a factor.
 *
 * @param version counted from 1 in the order of arrival
 * @param arrivedAt when we had it
 * @param validity whether its datum counts by flag and minutes, and by what
 * @param measured the figure that the instrument measured, in the factor's unit; empty if the report carries none
 * @param evidence where it stands, such as {@code journal 4711}
 */
public record ReceivedHour(
        int version, Instant arrivedAt, Validity validity, Optional<BigDecimal> measured, String evidence) {

    /** The later of two is the one that counts. */
    static final Comparator<ReceivedHour> BY_ARRIVAL =
            Comparator.comparing(ReceivedHour::arrivedAt).thenComparing(ReceivedHour::version);
}
