package io.stackwatch.gateway.records;

import io.stackwatch.core.registry.Mn;

/**
 * Frames of a station that could not be sent to a target, for one reason.
 *
 * @param station whose frames
 * @param reason a word of a closed set
 * @param times how many
 * @param firstSequence the first of them
 * @param lastSequence the last of them
 */
public record RelayRefusal(Mn station, String reason, long times, long firstSequence, long lastSequence) {}
