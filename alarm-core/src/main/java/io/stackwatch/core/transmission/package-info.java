/**
 * Was enough reported: which hours are due, which were received, which are valid, which are missing and why, and what rate
 * that comes to for a factor, an outlet, an enterprise, a county and the city.
 *
 * <p>Belongs here: the duty to send and its pauses, the standing of every hour, counters and their sums. Does not belong here:
 * how a mark comes about or who accepts it; whether a received hour is above a limit ({@code exceedance}).
 */
@NullMarked
package io.stackwatch.core.transmission;

import org.jspecify.annotations.NullMarked;
