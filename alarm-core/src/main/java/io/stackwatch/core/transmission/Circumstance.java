package io.stackwatch.core.transmission;

import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.Effective;
import java.time.Instant;

/**
 * Something that held over a stretch of time and changes how hours in it are counted: a stop, a mark, a loss of control, an
 * outage. It is counted as far as it was known, so that a figure of the past can be worked out again as it was.
 *
 * @param kind what held
 * @param id the declaration, mark, grant, check or outage it rests on
 * @param window when it held
 * @param known from when it counted (filed in time, accepted, granted) until it no longer did (withdrawn, reverted)
 */
public record Circumstance(Kind kind, String id, Window window, Effective known) {

    public Circumstance {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a circumstance without an id: " + kind + " " + window);
        }
    }

    /** Whether it touches an hour and counted at an instant. */
    boolean holds(Window hour, Instant knownAt) {
        return known.contains(knownAt) && !window.overlap(hour).isZero();
    }

    /** What may hold. */
    public enum Kind {
        /** A stop (停运, 停产) that was declared and accepted. */
        STOP,
        /** A declared stop that waits for an officer: counted as if it were not there, and shown. */
        STOP_PENDING,
        /** An exemption that an officer granted: power cut, force majeure. */
        EXEMPTION,
        /** The instrument checked itself with a standard sample (标样核查). */
        STANDARD_CHECK,
        /** An equipment mark (自动监测设备标记) that counts. */
        EQUIPMENT_MARK,
        /** A working-condition mark (工况标记): says nothing about the validity of data. */
        WORKING_CONDITION_MARK,
        /** The instrument was out of control (失控). */
        OUT_OF_CONTROL,
        /** This system itself could not receive; the window is that of the outage. */
        OWN_OUTAGE
    }
}
