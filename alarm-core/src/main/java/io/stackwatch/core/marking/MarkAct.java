package io.stackwatch.core.marking;

import java.time.Instant;

/**
 * Something that happened to a version of a mark; appended, never changed.
 *
 * @param mark which mark
 * @param version which of its versions
 * @param event what happened
 * @param at when
 * @param by who; {@link #MACHINE} if a rule
 * @param why in words
 */
public record MarkAct(MarkId mark, int version, MarkEvent event, Instant at, String by, String why) {

    /** Who acts where a rule does. */
    public static final String MACHINE = "stackwatch";

    public MarkAct {
        if (by.isBlank() || why.isBlank()) {
            throw new IllegalArgumentException("an act has a name and a reason: " + event + " of " + mark);
        }
    }
}
