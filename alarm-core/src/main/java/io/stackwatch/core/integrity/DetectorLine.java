package io.stackwatch.core.integrity;

import io.stackwatch.core.registry.Verification;

/**
 * A detector as the table of detectors has it.
 *
 * @param name of a detector of windows its name, of a detector of hours the alarm that it raises
 * @param kind of which kind it is
 * @param alarm kind of alarm that its matter belongs to, a code of the catalogue
 * @param level how grave it is, a name of the levels of alarms
 * @param source where alarm and level come from
 * @param mark how far that has been checked
 */
public record DetectorLine(String name, Kind kind, String alarm, String level, String source, Verification mark) {

    /** The two kinds of detectors. */
    public enum Kind {
        /** A run of hours that ends with the newest one. */
        HOUR,
        /** A day with what lies before it. */
        WINDOW
    }
}
