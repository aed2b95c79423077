package io.stackwatch.gateway.notice;

import io.stackwatch.core.alarm.AlarmLevel;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How hard it is tried to reach somebody.
 *
 * @param patience how long a notice of a level waits for its usual channel before the next one is taken, counted
 *     from when it was queued; a level that is not named waits until the channel has failed
 * @param tries attempts on one channel before the next one is taken
 * @param retry wait before the second attempt on a channel; doubles with each
 * @param longestRest longest wait, between attempts and between rounds through all channels
 * @param giveUpAfter age at which a notice that reached nobody is given up
 * @param answerWithin wait for a receipt that a channel owes us; longer than any channel's own wait
 */
public record DispatchTerms(
        Map<AlarmLevel, Duration> patience,
        int tries,
        Duration retry,
        Duration longestRest,
        Duration giveUpAfter,
        Duration answerWithin) {

    public DispatchTerms {
        patience = Map.copyOf(patience);
        if (tries < 1 || tries > 100) {
            throw new IllegalArgumentException("1 to 100 tries: " + tries);
        }
        if (retry.isNegative() || retry.isZero() || longestRest.compareTo(retry) < 0) {
            throw new IllegalArgumentException("rests: " + retry + " up to " + longestRest);
        }
        if (giveUpAfter.compareTo(longestRest) < 0 || answerWithin.isNegative() || answerWithin.isZero()) {
            throw new IllegalArgumentException("waits: " + giveUpAfter + ", " + answerWithin);
        }
    }

    /**
     * Red does not wait, orange waits ten minutes; three tries, ten seconds to ten minutes apart; given up after a
     * day.
     */
    public static DispatchTerms defaults() {
        return new DispatchTerms(
                Map.of(AlarmLevel.RED, Duration.ZERO, AlarmLevel.ORANGE, Duration.ofMinutes(10)),
                3,
                Duration.ofSeconds(10),
                Duration.ofMinutes(10),
                Duration.ofDays(1),
                Duration.ofMinutes(2));
    }

    /** How long a level waits for its usual channel; empty if until that has failed. */
    Optional<Duration> patience(AlarmLevel level) {
        return Optional.ofNullable(patience.get(level));
    }

    /** The rest behind so many failures in a row. */
    Duration rest(int failures) {
        Duration rest = retry;
        for (int i = 1; i < failures && rest.compareTo(longestRest) < 0; i++) {
            rest = rest.multipliedBy(2);
        }
        return rest.compareTo(longestRest) < 0 ? rest : longestRest;
    }
}
