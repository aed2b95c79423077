/**
 * What was reported against what was allowed: a verdict with its reason for every due hour.
 *
 * <p>Belongs here: the hour rule, its guards as one list, and the dated parameters of all rules. Does not belong here: what follows from a row of verdicts ({@code alarm}, {@code enforcement}).
 */
@NullMarked
package io.stackwatch.core.exceedance;

import org.jspecify.annotations.NullMarked;
