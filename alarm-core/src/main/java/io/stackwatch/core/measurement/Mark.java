package io.stackwatch.core.measurement;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * A mark (标记) that an enterprise filed for a stretch of time under the marking rules (announcement 2022 no. 21): data
 * under it may be no basis for an exceedance. Not the logger's {@link DataFlag}.
 *
 * @param id identity of the mark
 * @param kind what it says
 * @param window for which time
 */
public record Mark(String id, Kind kind, Window window) {

    public Mark {
        if (id.isBlank()) {
            throw new IllegalArgumentException("blank mark id");
        }
    }

    /** How much of an hour marks cover together; they may overlap each other and come in any order. */
    public static Duration covered(Window hour, Collection<Mark> marks) {
        List<Window> sorted = marks.stream().map(Mark::window).sorted().toList();
        Duration covered = Duration.ZERO;
        Instant behind = hour.start();
        for (Window window : sorted) {
            Instant from = window.start().isAfter(behind) ? window.start() : behind;
            if (from.isBefore(window.end())) {
                covered = covered.plus(new Window(from, window.end()).overlap(hour));
                behind = window.end();
            }
        }
        return covered;
    }

    /** What a mark says. */
    public enum Kind {
        /** Equipment mark (自动监测设备标记): the datum is invalid. */
        EQUIPMENT,
        /** Working-condition mark (工况标记) inside the duration that the industry's rule allows. */
        WORKING_CONDITION_ALLOWED,
        /** Working-condition mark beyond the allowed duration: the datum is judged. */
        WORKING_CONDITION_BEYOND
    }
}
