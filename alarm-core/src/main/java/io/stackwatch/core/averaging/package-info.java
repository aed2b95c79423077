/**
 * From sampled values to means of minutes and hours, as HJ 75 has them: which value holds at an instant of the grid, what a
 * minute needs, what an hour needs, and the conversion to reference oxygen minute by minute.
 *
 * <p>Belongs here: arithmetic that is exact and says why it has no result. Does not belong here: where values come from, how
 * they are stored, when a minute is complete, whether a mean exceeds anything ({@code exceedance}).
 */
@NullMarked
package io.stackwatch.core.averaging;

import org.jspecify.annotations.NullMarked;
