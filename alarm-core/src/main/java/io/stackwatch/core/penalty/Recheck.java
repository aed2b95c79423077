package io.stackwatch.core.penalty;

import java.time.LocalDate;

/**
 * What a re-check (复查) found; an official finding, not a reading.
 *
 * @param day the day of the re-check
 * @param refused whether the order was not obeyed: still discharging, or the re-check obstructed (部令28 art. 13)
 */
public record Recheck(LocalDate day, boolean refused) {}
