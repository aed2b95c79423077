/**
 * What was reported: factors, readings, flags, windows of time, means and whether they are valid.
 *
 * <p>Belongs here: the reported figure and what HJ 75 and HJ 212 say about its validity. Does not belong here: what is
 * allowed ({@code limit}), whether it is above ({@code exceedance}).
 */
@NullMarked
package io.stackwatch.core.measurement;

import org.jspecify.annotations.NullMarked;
