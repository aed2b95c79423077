/**
 * Whether data are good enough: how much of an hour, a day, a month and a quarter is valid, the checks of the instruments and
 * when they were out of control, and the logger's conversion to reference oxygen beside our own.
 *
 * <p>Belongs here: HJ 75-2017 part 11 and 12 and HJ 76-2017 annex B, as functions that return their reason. Does not belong
 * here: whether one hour's datum counts ({@code measurement}), what is put in the place of lost hours ({@code emission}),
 * what follows from a deviation ({@code alarm}).
 */
@NullMarked
package io.stackwatch.core.quality;

import org.jspecify.annotations.NullMarked;
