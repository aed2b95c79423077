/**
 * How stations speak and who is let in: deviations and behaviour folded from the journal, the quarantine, admission.
 *
 * <p>Belongs here: what a frame shows of its station, since when; strangers, and the act that lets one in together with what
 * it left. Does not belong here: whether a frame is accepted ({@code connectors.hj212.session}), who is registered
 * ({@code registry}), and what figures mean.
 */
@NullMarked
package io.stackwatch.gateway.station;

import org.jspecify.annotations.NullMarked;
