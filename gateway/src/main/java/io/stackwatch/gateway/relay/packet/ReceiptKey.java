package io.stackwatch.gateway.relay.packet;

/**
 * By what a receipt (回执) finds its packet: both texts as they stand on the wire, letter for letter.
 *
 * @param mn the MN, which is case-sensitive
 * @param qn the request number
 */
public record ReceiptKey(String mn, String qn) {}
