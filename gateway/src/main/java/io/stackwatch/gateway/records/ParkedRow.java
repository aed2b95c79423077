package io.stackwatch.gateway.records;

import java.time.Instant;

/**
 * Something that could not be dealt with and was set aside, so that the rest could go on; an operator must look.
 *
 * @param subject the journal record ({@code record:<sequence>}) or the deadline's item
 * @param kind what it is
 * @param reason what went wrong
 * @param at when, on the core cursor's line of time
 */
public record ParkedRow(String subject, String kind, String reason, Instant at) {}
