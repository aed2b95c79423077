/**
 * Forwarding (转发) to upper platforms: a cursor and a ledger for each, and what a platform asks of a station.
 *
 * <p>Belongs here: who gets which frame, the order of sending, receipts, lines that come back by themselves, reconciliation.
 * Does not belong here: bytes ({@code packet}), the file of targets ({@code target}), statements ({@code records}), and
 * requests of our own to a station.
 */
@NullMarked
package io.stackwatch.gateway.relay;

import org.jspecify.annotations.NullMarked;
