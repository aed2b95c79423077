/**
 * A pretended coal boiler for heating: what it burns, what its abatement lets through and what its instruments show.
 *
 * <p>Belongs here: heat demand, fire, mass and oxygen balance, instruments and what is wrong with them. A pure function of
 * seed, plan and time. Does not belong here: how it is read (server), and what is allowed.
 */
@NullMarked
package io.stackwatch.simulator.boiler;

import org.jspecify.annotations.NullMarked;
