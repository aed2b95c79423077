package io.stackwatch.connectors.hj212.mapping;

/**
 * An item that became no reading, and why; nothing is lost silently.
 *
 * @param name the item's name as sent
 * @param text its value as sent
 * @param reason why
 */
public record Unmapped(String name, String text, Reason reason) {

    /** Why an item is no reading. */
    public enum Reason {
        /** The code is in no edition's table. */
        UNKNOWN_CODE,
        /** The suffix is none that is known. */
        UNKNOWN_SUFFIX,
        /** The name is too long or empty. */
        MALFORMED_NAME,
        /** A figure without a value. */
        NO_VALUE,
        /** A figure whose value is text. */
        NOT_A_NUMBER,
        /** A mark longer than any; the figure carries its first characters, so that it does not look unmarked. */
        FLAG_TOO_LONG,
        /** The frame has no DataTime that can be read: nobody can say what time its figures speak of. */
        NO_DATA_TIME,
        /** The command carries no figures that we understand. */
        NOT_A_DATA_COMMAND,
        /** The same figure of the same factor stood in the frame before; the first counts. */
        REPEATED
    }
}
