/**
 * Pretended months with labels: who alters what a plant gives, how and when; and honest months that look odd.
 *
 * <p>Belongs here: what an operator, an instrument or a logger does to figures, as a pure function of the seed. Does not belong
 * here: what is allowed, and how any of it is found: the figure that an operator wishes to stay below is a wish and no limit.
 */
@NullMarked
package io.stackwatch.simulator.deceit;

import org.jspecify.annotations.NullMarked;
