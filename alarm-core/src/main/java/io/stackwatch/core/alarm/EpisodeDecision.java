package io.stackwatch.core.alarm;

import java.util.List;

/**
 * What an hour meant for the alarms of its outlet and factor.
 *
 * @param kind what it meant, also if nothing
 * @param changes the alarms that it changed; empty exactly for {@link Kind#NOTHING_NEW}
 */
public record EpisodeDecision(Kind kind, List<AlarmChange> changes) {

    public EpisodeDecision {
        changes = List.copyOf(changes);
        if (changes.isEmpty() != (kind == Kind.NOTHING_NEW)) {
            throw new IllegalArgumentException(kind + " with " + changes.size() + " changes");
        }
    }

    /** What an hour can mean. */
    public enum Kind {
        /** An episode began. */
        STARTED,
        /** It belongs to an episode that is known. */
        CONTINUED,
        /** It made two episodes one. */
        JOINED,
        /** It ended an episode. */
        ENDED,
        /** It changed an hour of an episode that is known. */
        REVISED,
        /** Nothing changes. */
        NOTHING_NEW
    }
}
