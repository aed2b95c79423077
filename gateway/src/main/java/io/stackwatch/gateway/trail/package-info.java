/**
 * The audit trail: who did what, in which role, when, about what and why, each row chained to the one before by SHA-256.
 *
 * <p>Belongs here: the chain, its verification, and adding to it inside the transaction of what was done. Does not belong here: what is
 * done ({@code casework}), and the journal of raw frames, which has a chain of its own.
 */
@NullMarked
package io.stackwatch.gateway.trail;

import org.jspecify.annotations.NullMarked;
