/**
 * The conformance kit's own eyes: packets, checksums and SM4 as the standard's text says, written a second time.
 *
 * <p>Belongs here: cutting, reading and building packets strictly, and saying what is wrong with one. Nothing is shared with
 * the codec of the connectors, so that the codec is never proved with itself (docs/adr/0018). Does not belong here: what a
 * case demands, sockets, time.
 */
@NullMarked
package io.stackwatch.simulator.conform.packet;

import org.jspecify.annotations.NullMarked;
