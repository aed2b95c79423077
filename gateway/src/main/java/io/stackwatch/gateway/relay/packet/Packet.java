package io.stackwatch.gateway.relay.packet;

import java.util.Optional;

/**
 * Bytes for the wire, line end included, and the receipt that is waited for.
 *
 * @param bytes not copied, not to be changed
 * @param receipt empty where none will come: the packet is delivered when it is written
 */
@SuppressWarnings("ArrayRecordComponent") // on its way to a socket; never compared
public record Packet(byte[] bytes, Optional<ReceiptKey> receipt) {}
