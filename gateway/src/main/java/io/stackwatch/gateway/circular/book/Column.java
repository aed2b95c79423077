package io.stackwatch.gateway.circular.book;

/**
 * A column of a table.
 *
 * @param group what stands above the names of neighbouring columns; empty text: the name takes both lines of the header
 * @param name its name
 * @param width in characters of the Latin alphabet; a Chinese one takes two
 * @param kind what stands in it
 */
public record Column(String group, String name, int width, Kind kind) {

    /** A column without a group. */
    public Column(String name, int width, Kind kind) {
        this("", name, width, kind);
    }

    /** What stands in a column, and so how it is set. */
    public enum Kind {
        /** Words, on the left. */
        TEXT("left", "General"),
        /** Sentences, on the left, over as many lines as they need. */
        LINES("left", "General"),
        /** Short words and ordinals, in the middle. */
        MIDDLE("center", "General"),
        /** Numbers as somebody else wrote them: text, on the right. */
        REPORTED("right", "@"),
        /** Whole numbers, on the right. */
        COUNT("right", "#,##0"),
        /** Percentages with two decimals, on the right. */
        PERCENT("right", "0.00");

        private final String alignment;
        private final String format;

        Kind(String alignment, String format) {
            this.alignment = alignment;
            this.format = format;
        }

        String alignment() {
            return alignment;
        }

        String format() {
            return format;
        }
    }
}
