package io.stackwatch.simulator.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Request numbers (QN) of one logger: the millisecond, never the same twice and never backwards. One thread at a time. */
public final class RequestNumbers {

    private static final DateTimeFormatter MILLISECOND = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS");

    private final ZoneId zone;
    private long last = Long.MIN_VALUE;

    public RequestNumbers(ZoneId zone) {
        this.zone = zone;
    }

    /** The next number at that instant, 17 digits. */
    public String next(Instant now) {
        last = Math.max(last + 1, now.toEpochMilli());
        return MILLISECOND.format(Instant.ofEpochMilli(last).atZone(zone));
    }
}
