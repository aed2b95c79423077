package io.stackwatch.gateway.records;

/**
 * An item that a station sends and that became no fact.
 *
 * @param station who sends it
 * @param item its name as sent
 * @param reason why it could not be used
 * @param times how often
 * @param firstSequence the first journal record with it
 * @param lastSequence the last one
 */
public record NotUnderstoodRow(
        String station, String item, String reason, long times, long firstSequence, long lastSequence) {}
