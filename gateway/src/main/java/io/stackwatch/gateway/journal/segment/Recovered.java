package io.stackwatch.gateway.journal.segment;

import java.util.List;

/** What was found on the disk at start: closed segments in order, and the active one with its tail cut. */
record Recovered(List<Segment> closed, Tail tail, RecoveryReport report) {

    /**
     * Where the writer goes on.
     *
     * @param end behind the last whole record
     * @param capacity how many bytes the file holds
     * @param lastHash hash of the last record before {@code end}
     */
    record Tail(Segment segment, SegmentIndex index, int end, int capacity, String lastHash) {}
}
