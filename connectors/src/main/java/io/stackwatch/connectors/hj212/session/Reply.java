package io.stackwatch.connectors.hj212.session;

/**
 * A packet for the peer.
 *
 * @param command 9013 or 9014
 * @param bytes the whole packet with its line end; not copied, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // goes straight to a socket; never compared
public record Reply(int command, byte[] bytes) {}
