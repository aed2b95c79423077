/**
 * From a journal record to the packets that leave for a platform, and back from a platform's packet to what it says.
 *
 * <p>Belongs here: pure functions of bytes: headings, receipts, rewriting, splitting. Does not belong here: sockets, rows,
 * and who gets a frame.
 */
@NullMarked
package io.stackwatch.gateway.relay.packet;

import org.jspecify.annotations.NullMarked;
