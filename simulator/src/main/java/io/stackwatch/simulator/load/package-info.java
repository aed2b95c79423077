/**
 * A measuring load generator: many connections, one cheap thread.
 *
 * <p>Belongs here: prebuilt frames, pacing from the scheduled instant, the figures. Does not belong here: believable
 * values; these frames only have to be whole.
 */
@NullMarked
package io.stackwatch.simulator.load;

import org.jspecify.annotations.NullMarked;
