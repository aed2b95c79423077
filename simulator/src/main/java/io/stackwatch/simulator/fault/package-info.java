/**
 * The misbehaving peer: one small class per way of getting a frame wrong on the wire, and the ways of treating a request
 * wrongly; what can be wrong with a boiler, its instruments or its server.
 *
 * <p>Belongs here: turning a good frame into the writes, pauses and resets of a bad one; turning right answers into wrong
 * ones; naming disorders. Shares the codec, knows no rule. Does not belong here: when a fault strikes (scenario, fleet).
 */
@NullMarked
package io.stackwatch.simulator.fault;

import org.jspecify.annotations.NullMarked;
