/**
 * Counting: which hours were due, received and valid, kept as counters of days, added up to months, with the reason of every
 * single hour.
 *
 * <p>Belongs here: when a day is counted again, from which rows, and how figures are read. Does not belong here: how an hour
 * stands ({@code core.transmission}), who files or accepts a mark, when a month is closed.
 */
@NullMarked
package io.stackwatch.gateway.counting;

import org.jspecify.annotations.NullMarked;
