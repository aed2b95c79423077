package io.stackwatch.core.integrity;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * What a detector knows of one hour of one factor.
 *
 * @param start start of the hour
 * @param measured the mean as measured, as it was sent; empty if none was
 * @param flag letters of the data mark; empty text if none was sent
 * @param usable whether a datum so marked may be used
 * @param explained whether a mark that was filed and not refused speaks of the hour
 */
public record SeenHour(Instant start, Optional<BigDecimal> measured, String flag, boolean usable, boolean explained) {}
