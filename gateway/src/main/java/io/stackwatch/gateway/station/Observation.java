package io.stackwatch.gateway.station;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one frame shows of the station that sent it.
 *
 * @param station its MN
 * @param at when the bytes first came
 * @param sequence the journal record
 * @param accepted whether it entered the record; a refused one only shows why
 * @param findings names of deviations; for a refused frame, the reason
 * @param shown how it speaks, where this frame tells
 * @param minuteLabel the label of its minute data, if it has any
 * @param packet which packet it is of what was split, if anything was
 */
record Observation(
        String station,
        Instant at,
        long sequence,
        boolean accepted,
        Set<String> findings,
        Map<Aspect, String> shown,
        Optional<String> minuteLabel,
        Optional<PacketSeen> packet) {}
