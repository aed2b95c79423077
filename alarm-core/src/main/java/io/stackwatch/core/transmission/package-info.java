/**
 * Was enough reported: which hours are due, which were received, which are missing.
 *
 * <p>Belongs here: the duty to send and its pauses, hour by hour. Does not belong here: whether a received hour is above a limit ({@code exceedance}).
 */
@NullMarked
package io.stackwatch.core.transmission;

import org.jspecify.annotations.NullMarked;
