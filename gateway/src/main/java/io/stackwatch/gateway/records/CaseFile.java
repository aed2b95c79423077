package io.stackwatch.gateway.records;

import io.stackwatch.core.evidence.EvidenceRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A candidate case with what it rests on.
 *
 * @param row the case
 * @param hours the hours that it was opened on, in the version that was known then, in order of time
 * @param events what happened to it, oldest first
 * @param evidence journal records behind the hours, in order of sequence, each once
 */
public record CaseFile(CaseRow row, List<VerdictRow> hours, List<Event> events, List<EvidenceRef> evidence) {

    public CaseFile {
        hours = List.copyOf(hours);
        events = List.copyOf(events);
        evidence = List.copyOf(evidence);
    }

    /**
     * Something that happened to a case.
     *
     * @param number among all events of cases
     * @param kind what
     * @param at when we knew it
     * @param hour the new version of an hour, for a revision
     */
    public record Event(long number, Kind kind, Instant at, Optional<VerdictRow> hour) {}

    /** What can happen. Names are stored and never change. */
    public enum Kind {
        /** It was opened. */
        OPENED,
        /** An hour of its day has another verdict than the one it was opened on. */
        HOUR_REVISED
    }
}
