/**
 * How much was let out: the mass of an hour from the measured concentration and the dry flow, what stands in the place of
 * hours that were lost, totals of days to years, and what a permit allows.
 *
 * <p>Belongs here: HJ 75-2017 formulas 7 and 8, its substitution tables, and permitted totals, as exact arithmetic that says
 * what was measured, what was substituted and what is absent. Does not belong here: judging. A substituted hour is never
 * compared with a limit of concentration ({@code exceedance} cannot see this package).
 */
@NullMarked
package io.stackwatch.core.emission;

import org.jspecify.annotations.NullMarked;
