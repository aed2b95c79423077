package io.stackwatch.core.measurement;

import io.stackwatch.core.registry.Mn;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * One reported figure of one factor, as it was sent and as a number.
 *
 * <p>The text is evidence and is kept character by character ({@code 1.230} is not {@code 1.23}); the number is what is
 * computed with, in the {@link Unit} that the station's profile states for the factor (units are never on the wire). A
 * value may be negative or absurd: that is decided later, with a reason, and never loses the frame.
 *
 * @param station who reported it
 * @param factor of what, in the vocabulary of 2017/2025
 * @param span what stretch of time it speaks of
 * @param start the instant (realtime), or the start of the stretch, as the device's own clock says
 * @param statistic which figure it is
 * @param text the characters of the wire
 * @param number the same as a decimal
 * @param unit what the number counts
 * @param flag the logger's mark, empty if none was sent
 */
public record Reading(
        Mn station,
        FactorCode factor,
        Span span,
        Instant start,
        Statistic statistic,
        String text,
        BigDecimal number,
        Unit unit,
        Optional<DataFlag> flag) {}
