package io.stackwatch.gateway.access;

import java.time.Duration;

/**
 * How long sessions hold.
 *
 * @param longest whatever happens in them
 * @param idle without a request
 */
public record AccessOptions(Duration longest, Duration idle) {

    public AccessOptions {
        if (longest.toMillis() < 1 || idle.toMillis() < 1) {
            throw new IllegalArgumentException("sessions of " + longest + ", idle " + idle);
        }
    }

    public static AccessOptions defaults() {
        return new AccessOptions(Duration.ofHours(12), Duration.ofMinutes(30));
    }
}
