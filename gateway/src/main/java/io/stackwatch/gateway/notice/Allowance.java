package io.stackwatch.gateway.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How many messages a channel takes: a bucket of tokens, each of which comes back a fixed time after it was taken,
 * so that no stretch of that length sees more messages than the bucket holds.
 *
 * @param messages tokens of the bucket
 * @param within how long a token stays away
 * @param reserve tokens that are kept for what may not wait
 */
public record Allowance(int messages, Duration within, int reserve) {

    public Allowance {
        if (messages < 1 || messages > 100_000 || reserve < 0 || reserve >= messages) {
            throw new IllegalArgumentException(
                    "1 to 100000 messages, and a reserve below that: " + messages + ", " + reserve);
        }
        if (within.isNegative() || within.isZero() || within.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("an allowance is for more than nothing and at most a day: " + within);
        }
    }

    /** Tokens that are there at a moment, of which the reserve is a part. */
    int free(List<Instant> taken, Instant now) {
        Instant back = now.minus(within);
        long away = taken.stream().filter(at -> at.isAfter(back)).count();
        return (int) Math.max(0, messages - away);
    }

    /** Of these tokens, those for what may wait. */
    int ordinary(int free) {
        return Math.max(0, free - reserve);
    }
}
