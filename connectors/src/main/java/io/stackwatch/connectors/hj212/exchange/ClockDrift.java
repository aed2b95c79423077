package io.stackwatch.connectors.hj212.exchange;

import io.stackwatch.connectors.hj212.codec.ProtocolTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a logger's clock is off, as far as its answer to a 1011 proves it.
 *
 * <p>The logger read its clock at some moment between the request's leaving and the answer's arrival, and cut off what is
 * less than a second: only what neither explains counts as drift.
 */
public final class ClockDrift {

    private ClockDrift() {}

    /**
     * The least drift that explains the answer, positive for a clock that is fast; empty for a time that cannot be read.
     *
     * @param systemTime the digits that came
     */
    public static Optional<Duration> of(String systemTime, Instant sentAt, Instant arrivedAt) {
        return ProtocolTime.parse(systemTime).map(shown -> {
            Instant shownUntil = systemTime.length() == 14 ? shown.plusMillis(999) : shown;
            if (shown.isAfter(arrivedAt)) {
                return Duration.between(arrivedAt, shown);
            }
            return shownUntil.isBefore(sentAt) ? Duration.between(sentAt, shownUntil) : Duration.ZERO;
        });
    }
}
