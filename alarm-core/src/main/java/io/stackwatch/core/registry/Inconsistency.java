package io.stackwatch.core.registry;

/**
 * A row of the registry that contradicts another or points to nothing.
 *
 * @param table which list
 * @param row position in that list, from 1
 * @param kind what is wrong
 * @param detail the values concerned
 */
public record Inconsistency(Table table, int row, Kind kind, String detail) {

    /** The lists of {@link RegistryRows}. */
    public enum Table {
        REGIONS,
        ENTERPRISES,
        OUTLETS,
        STATIONS,
        DUTIES,
        PAUSES
    }

    /** What can be wrong. */
    public enum Kind {
        /** Two versions of the same thing hold at the same instant. */
        OVERLAPPING_VERSIONS,
        /** The row names a parent that is in no row. */
        UNKNOWN_PARENT,
        /** Two loggers report for one outlet at the same instant. */
        TWO_STATIONS_FOR_ONE_OUTLET
    }
}
