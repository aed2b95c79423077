package io.stackwatch.connectors.opcua.client;

import java.time.Duration;

/**
 * How the client waits, tries again and bounds itself; durations are wall-clock time.
 *
 * @param connectTimeout how long making a connection may take
 * @param requestTimeout how long an answer may take
 * @param sessionTimeout how long the server shall keep a session that says nothing
 * @param grace how long the SDK may mend a broken connection before it is made anew
 * @param firstBackoff pause before another attempt; it doubles from there
 * @param longestBackoff the pause it stops doubling at
 * @param personBackoff the pause where nothing will change before a person acts
 * @param badNodeRetry how often nodes that the server does not give are asked for again
 * @param clockTolerance how far a source's clock may be from ours
 * @param window messages that may be asked for and not be durable, of one source
 * @param queue batches of one source that may wait to be kept; with more it is not connected again
 */
public record ClientOptions(
        Duration connectTimeout,
        Duration requestTimeout,
        Duration sessionTimeout,
        Duration grace,
        Duration firstBackoff,
        Duration longestBackoff,
        Duration personBackoff,
        Duration badNodeRetry,
        Duration clockTolerance,
        int window,
        int queue) {

    public ClientOptions {
        positive("connectTimeout", connectTimeout);
        positive("requestTimeout", requestTimeout);
        positive("sessionTimeout", sessionTimeout);
        positive("grace", grace);
        positive("firstBackoff", firstBackoff);
        positive("longestBackoff", longestBackoff);
        positive("personBackoff", personBackoff);
        positive("badNodeRetry", badNodeRetry);
        positive("clockTolerance", clockTolerance);
        if (window < 1 || window > 100) {
            throw new IllegalArgumentException("window " + window + ": expected 1 to 100");
        }
        if (queue < 4 || queue > 10_000) {
            throw new IllegalArgumentException("queue " + queue + ": expected 4 to 10000");
        }
    }

    /** Quick after a hiccup, patient with a plant that is off, and slow where a person must act. */
    public static ClientOptions defaults() {
        return new ClientOptions(
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofMinutes(2),
                Duration.ofSeconds(5),
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                Duration.ofMinutes(1),
                Duration.ofMinutes(1),
                4,
                64);
    }

    public ClientOptions withTimeouts(Duration connect, Duration request, Duration session) {
        return new ClientOptions(
                connect,
                request,
                session,
                grace,
                firstBackoff,
                longestBackoff,
                personBackoff,
                badNodeRetry,
                clockTolerance,
                window,
                queue);
    }

    public ClientOptions withBackoff(Duration mending, Duration first, Duration longest, Duration person) {
        return new ClientOptions(
                connectTimeout,
                requestTimeout,
                sessionTimeout,
                mending,
                first,
                longest,
                person,
                badNodeRetry,
                clockTolerance,
                window,
                queue);
    }

    public ClientOptions withBadNodeRetry(Duration every) {
        return new ClientOptions(
                connectTimeout,
                requestTimeout,
                sessionTimeout,
                grace,
                firstBackoff,
                longestBackoff,
                personBackoff,
                every,
                clockTolerance,
                window,
                queue);
    }

    public ClientOptions withClockTolerance(Duration tolerance) {
        return new ClientOptions(
                connectTimeout,
                requestTimeout,
                sessionTimeout,
                grace,
                firstBackoff,
                longestBackoff,
                personBackoff,
                badNodeRetry,
                tolerance,
                window,
                queue);
    }

    public ClientOptions withBounds(int messages, int batches) {
        return new ClientOptions(
                connectTimeout,
                requestTimeout,
                sessionTimeout,
                grace,
                firstBackoff,
                longestBackoff,
                personBackoff,
                badNodeRetry,
                clockTolerance,
                messages,
                batches);
    }

    /** The pause before attempt number {@code attempt}, counted from 1 after the last success. */
    Duration backoff(int attempt) {
        Duration doubled = firstBackoff.multipliedBy(1L << Math.min(attempt - 1, 20));
        return doubled.compareTo(longestBackoff) > 0 ? longestBackoff : doubled;
    }

    private static void positive(String name, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException(name + " must be above zero: " + value);
        }
    }
}
