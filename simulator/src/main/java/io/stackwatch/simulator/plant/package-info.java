/**
 * Pretended plants: what comes out of a stack at any instant, and how the quantities hang together.
 *
 * <p>Belongs here: load, combustion, dilution, noise, episodes, stops. A pure function of seed and time. Does not belong
 * here: what a logger makes of it, and what is allowed.
 */
@NullMarked
package io.stackwatch.simulator.plant;

import org.jspecify.annotations.NullMarked;
