package io.stackwatch.connectors.hj212.client;

import java.time.Duration;

/**
 * How a client waits and tries again; durations are wall-clock time.
 *
 * @param answerTimeout how long an answer may take (HJ 212-2017 Table 1, OverTime)
 * @param resends how often an unanswered frame is sent again (ReCount)
 * @param connectTimeout how long making a connection may take
 * @param firstBackoff pause before the second attempt to connect; it doubles from there
 * @param longestBackoff the pause it stops doubling at
 * @param longestReply the most bytes of an incoming frame that are held
 */
public record ClientOptions(
        Duration answerTimeout,
        int resends,
        Duration connectTimeout,
        Duration firstBackoff,
        Duration longestBackoff,
        int longestReply) {

    public ClientOptions {
        positive("answerTimeout", answerTimeout);
        positive("connectTimeout", connectTimeout);
        positive("firstBackoff", firstBackoff);
        positive("longestBackoff", longestBackoff);
        if (resends < 0 || resends > 99) {
            throw new IllegalArgumentException("resends must be 0 to 99: " + resends);
        }
        if (longestReply < 64 || longestReply > 65_536) {
            throw new IllegalArgumentException("longestReply must be 64 to 65536 bytes: " + longestReply);
        }
    }

    /** The standard's figures for mobile networks, and a quick first reconnect. */
    public static ClientOptions defaults() {
        return new ClientOptions(
                Duration.ofSeconds(10),
                3,
                Duration.ofSeconds(10),
                Duration.ofMillis(250),
                Duration.ofSeconds(30),
                4_096);
    }

    /** With another waiting time and number of resends. */
    public ClientOptions withAnswer(Duration timeout, int times) {
        return new ClientOptions(timeout, times, connectTimeout, firstBackoff, longestBackoff, longestReply);
    }

    /** With other pauses between attempts to connect. */
    public ClientOptions withBackoff(Duration first, Duration longest) {
        return new ClientOptions(answerTimeout, resends, connectTimeout, first, longest, longestReply);
    }

    /** The pause before attempt number {@code attempt} (the first attempt is number 1 and has no pause). */
    Duration backoff(int attempt) {
        if (attempt <= 1) {
            return Duration.ZERO;
        }
        Duration doubled = firstBackoff.multipliedBy(1L << Math.min(attempt - 2, 20));
        return doubled.compareTo(longestBackoff) > 0 ? longestBackoff : doubled;
    }

    private static void positive(String name, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException(name + " must be above zero: " + value);
        }
    }
}
