package io.stackwatch.gateway.records;

import java.time.Instant;
import java.util.List;

/**
 * An upload that comes in several packets, and which of them have not come (HJ 212-2017 C.49).
 *
 * @param upload what is split
 * @param packets how many packets it has, by the newest of them
 * @param missing the numbers of those that have not come, ascending
 * @param firstAt when the first one came, in the record {@code firstSequence}
 * @param lastAt when the last one came, in the record {@code lastSequence}
 */
public record PacketSetRow(
        Upload upload,
        int packets,
        List<Integer> missing,
        Instant firstAt,
        long firstSequence,
        Instant lastAt,
        long lastSequence) {

    public PacketSetRow {
        missing = List.copyOf(missing);
    }

    /** Whether all have come. */
    public boolean isComplete() {
        return missing.isEmpty();
    }

    /**
     * What is split.
     *
     * @param station the MN of its sender
     * @param systemCode ST
     * @param command CN
     * @param dataTime of when its figures are
     */
    public record Upload(String station, String systemCode, int command, Instant dataTime) {}
}
