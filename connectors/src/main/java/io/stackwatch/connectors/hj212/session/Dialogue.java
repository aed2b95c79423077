package io.stackwatch.connectors.hj212.session;

import java.time.Duration;

/**
 * How long a station is waited for and how often it is asked again (HJ 212-2017 6.2 and Table 9: {@code OverTime},
 * {@code ReCount}).
 *
 * @param answerWithin until the 9011, or the 9013 of a notice, must have come
 * @param resends how often a request without any answer is sent again
 * @param resultWithin from the 9011, and from every packet of data, until the next one or the 9012 must have come
 * @param outstanding requests that may be under way at once
 */
public record Dialogue(Duration answerWithin, int resends, Duration resultWithin, int outstanding) {

    public Dialogue {
        if (answerWithin.isNegative() || answerWithin.isZero() || resultWithin.isNegative() || resultWithin.isZero()) {
            throw new IllegalArgumentException("waiting takes time: " + answerWithin + ", " + resultWithin);
        }
        if (resends < 0 || resends > 99) {
            throw new IllegalArgumentException("ReCount is 0 to 99: " + resends);
        }
        if (outstanding < 1 || outstanding > 16) {
            throw new IllegalArgumentException("1 to 16 requests at once: " + outstanding);
        }
    }

    /** 10 s and three resends, as for all wireless links (2017 Table 9); a minute for the result, one request at a time. */
    public static Dialogue usual() {
        return new Dialogue(Duration.ofSeconds(10), 3, Duration.ofSeconds(60), 1);
    }
}
