/**
 * The desk at which one asks how much was let out: totals of outlets, enterprises and divisions, the hours that they are made
 * of, permitted totals, and the alarms about these.
 *
 * <p>Belongs here: which hours an account needs and who belongs to whom. Does not belong here: the mass of an hour (made by the
 * core cursor, {@code judgement}), substitution and totals ({@code core.emission}), when a total is an
 * alarm ({@code core.alarm}).
 */
@NullMarked
package io.stackwatch.gateway.emission;

import org.jspecify.annotations.NullMarked;
