package io.stackwatch.core.alarm;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How long data of a factor have been marked as not normal.
 *
 * @param brokenSince start of the first such hour; empty if they are normal, or have not been otherwise for long
 * @param workingDays working days behind the day of that hour that are over; empty if the calendar does not know them
 * @param now the moment
 */
public record RepairCase(Optional<Instant> brokenSince, OptionalInt workingDays, Instant now) {}
