package io.stackwatch.core.access;

import io.stackwatch.core.exceedance.RuleParameters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * How long an account stays shut after wrong passwords.
 *
 * @param failures so many
 * @param window within this time
 * @param shut shut it for this long, from the last of them
 */
public record LockOut(int failures, Duration window, Duration shut) {

    public LockOut {
        if (failures < 1 || window.toMillis() < 1 || shut.toMillis() < 1) {
            throw new IllegalArgumentException(failures + " failures within " + window + " shut for " + shut);
        }
    }

    /** As the parameters say at an instant. */
    public static LockOut at(RuleParameters parameters, Instant instant) {
        return new LockOut(
                parameters.count("lock.failures", instant),
                parameters.duration("lock.window", instant),
                parameters.duration("lock.shut", instant));
    }

    /**
     * Until when the account is shut; empty if it is open at {@code now}.
     *
     * @param tried when a wrong password was given since the last right one, in order; attempts on a shut account do not count
     */
    public Optional<Instant> shutUntil(List<Instant> tried, Instant now) {
        Deque<Instant> recent = new ArrayDeque<>();
        Instant until = Instant.MIN;
        for (Instant failure : tried) {
            if (failure.isBefore(until)) {
                continue;
            }
            recent.addLast(failure);
            while (!recent.getFirst().isAfter(failure.minus(window))) {
                recent.removeFirst();
            }
            if (recent.size() >= failures) {
                until = failure.plus(shut);
                recent.clear();
            }
        }
        return now.isBefore(until) ? Optional.of(until) : Optional.empty();
    }

    /** How long a failure may matter: what is older may be forgotten. */
    public Duration memory() {
        return window.plus(shut);
    }
}
