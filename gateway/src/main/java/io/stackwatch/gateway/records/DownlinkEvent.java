package io.stackwatch.gateway.records;

import io.stackwatch.core.registry.Mn;
import java.time.Instant;

/**
 * Something that happened to what a platform asked of a station.
 *
 * @param number order of all of them
 * @param ask number of the first event of the same request
 * @param target who asked
 * @param station who was asked
 * @param command what for
 * @param qn under which request number, as the platform sent it
 * @param kind what happened, a word of a closed set
 * @param at when
 * @param detail the request with its secrets masked, a code, or a reason
 */
public record DownlinkEvent(
        long number,
        long ask,
        String target,
        Mn station,
        int command,
        String qn,
        String kind,
        Instant at,
        String detail) {}
