package io.stackwatch.connectors.hj212.exchange;

import io.stackwatch.connectors.hj212.codec.ProtocolTime;
import java.time.Instant;
import java.util.Optional;

/** Request numbers (请求编码): the local time in milliseconds, later than any that the station was asked with before. */
public final class RequestNumbers {

    private RequestNumbers() {}

    /** The next number for a station whose last one was this. */
    public static String next(Optional<String> last, Instant now) {
        String fresh = ProtocolTime.millis(now);
        return last.filter(before -> fresh.compareTo(before) <= 0)
                .flatMap(ProtocolTime::parse)
                .map(before -> ProtocolTime.millis(before.plusMillis(1)))
                .orElse(fresh);
    }
}
