/**
 * The OPC UA server in front of pretended boilers.
 *
 * <p>Belongs here: address space, samples from one timer, history, certificates and users, what can be told to it while it
 * runs. Does not belong here: what a boiler does (boiler), and how the other end connects: nothing of the connectors is
 * used, so that the two ends are not proved with each other.
 */
@NullMarked
package io.stackwatch.simulator.boiler.server;

import org.jspecify.annotations.NullMarked;
