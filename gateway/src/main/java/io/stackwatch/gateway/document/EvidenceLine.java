package io.stackwatch.gateway.document;

/**
 * A piece of evidence as a document lists it.
 *
 * @param name what it is
 * @param proves what it proves
 * @param source where it is kept, such as a number or a SHA-256
 */
public record EvidenceLine(String name, String proves, String source) {}
