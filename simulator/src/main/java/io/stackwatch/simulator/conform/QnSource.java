package io.stackwatch.simulator.conform;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Request numbers: the clock's milliseconds, never the same twice (HJ 212-2017 Table 3). Safe for use by several threads. */
final class QnSource {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSS", Locale.ROOT);

    private final Clock clock;
    private final AtomicLong last = new AtomicLong();

    QnSource(Clock clock) {
        this.clock = clock;
    }

    String next() {
        long millis = last.accumulateAndGet(clock.millis(), (before, now) -> Math.max(before + 1, now));
        return FORMAT.format(Instant.ofEpochMilli(millis).atZone(ZONE));
    }

    Clock clock() {
        return clock;
    }
}
