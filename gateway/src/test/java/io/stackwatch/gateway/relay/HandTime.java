package io.stackwatch.gateway.relay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** A clock and a monotonic time that move together, and only when the test moves them. */
final class HandTime extends Clock {

    private final Instant start;
    private final AtomicLong nanos = new AtomicLong();

    HandTime(Instant start) {
        this.start = start;
    }

    void advance(Duration duration) {
        nanos.addAndGet(duration.toNanos());
    }

    long nanos() {
        return nanos.get();
    }

    @Override
    public Instant instant() {
        return start.plusNanos(nanos.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
