/**
 * Time that may run faster than the wall clock.
 *
 * <p>Belongs here: the clock value that the fleet and the demonstration share. Does not belong here: what happens when.
 */
@NullMarked
package io.stackwatch.simulator.clock;

import org.jspecify.annotations.NullMarked;
