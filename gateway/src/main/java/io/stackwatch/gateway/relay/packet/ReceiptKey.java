package io.stackwatch.gateway.relay.packet;

/**
 * By what a receipt (回执) finds its packet: both texts as they stand on the wire, letter for letter.
 *
 * @param mn the MN, which is case-sensitive
 * @param qn the request number
 * @param notice whether the receipt is a 9013, as for a heartbeat, instead of the 9014 of data
 */
public record ReceiptKey(String mn, String qn, boolean notice) {}
