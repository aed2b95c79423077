package io.stackwatch.gateway.access;

/**
 * Where a request to sign in came from.
 *
 * @param agent what the browser calls itself; cut when it is kept
 * @param address of the connection
 */
public record Peer(String agent, String address) {}
