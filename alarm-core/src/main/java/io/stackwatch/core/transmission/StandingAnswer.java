package io.stackwatch.core.transmission;

import java.util.List;

/**
 * How an hour stands, and what was noticed beside it without changing it.
 *
 * @param standing the answer
 * @param version the version of the report that was looked at; 0 if none had come at the cut-off
 * @param notes in the order of {@link Note.Kind}
 */
public record StandingAnswer(Standing standing, int version, List<Note> notes) {

    public StandingAnswer {
        notes = List.copyOf(notes);
    }

    /**
     * Something noticed.
     *
     * @param kind what
     * @param id the declaration, mark or grant concerned
     */
    public record Note(Kind kind, String id) {

        /** What may be noticed. */
        public enum Kind {
            /** Data arrived although the outlet is said to be stopped: kept, not counted, to be looked into. */
            DATA_UNDER_STOP,
            /** A declared stop waits for an officer and takes nothing out of the count yet. */
            STOP_PENDING,
            /** An exemption or a standard check covers the hour, which is valid all the same and counts. */
            NOT_NEEDED,
            /** An equipment mark takes no more of the hour than it may lose. */
            MARK_TOO_SHORT,
            /** A working-condition mark: it touches the judgement of exceedances, not the count. */
            WORKING_CONDITION
        }
    }
}
