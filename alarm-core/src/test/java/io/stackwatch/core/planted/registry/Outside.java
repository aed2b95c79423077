package io.stackwatch.core.planted.registry;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Function;

/** Planted: more than the JDK's core, and five ways to the wall clock. */
public class Outside {
    Class<?> database = javax.sql.DataSource.class;
    Instant now = Instant.now();
    Function<ZoneId, LocalDate> today = LocalDate::now;
    long nanos = System.nanoTime();
    long millis = System.currentTimeMillis();
    Clock clock = Clock.systemUTC();
}
