/**
 * Whether two accounts of the same thing agree: an hour that we made against the hour that a logger reports.
 *
 * <p>Belongs here: comparison of accounts, with its reason. A deviation raises a question and proves nothing. Does not belong
 * here: comparison with a limit ({@code exceedance}), what follows from a deviation ({@code alarm}).
 */
@NullMarked
package io.stackwatch.core.integrity;

import org.jspecify.annotations.NullMarked;
