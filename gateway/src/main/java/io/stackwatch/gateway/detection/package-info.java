/**
 * Detectors of windows over what is stored: which day of which outlet is examined when, what a window is made of, what becomes of
 * what is found.
 *
 * <p>Belongs here: reading and keeping. Does not belong here: what looks wrong ({@code core.integrity}), how long a suspicion stands
 * ({@code core.alarm}).
 */
@NullMarked
package io.stackwatch.gateway.detection;

import org.jspecify.annotations.NullMarked;
