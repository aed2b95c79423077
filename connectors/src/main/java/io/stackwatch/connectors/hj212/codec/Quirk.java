package io.stackwatch.connectors.hj212.codec;

/** Liberties that a data segment may take with the grammar of HJ 212-2017 6.3 and still be read. */
public enum Quirk {
    /** A comma or a second separator between header fields, or none before {@code CP}. */
    STRAY_SEPARATOR,
    /** A header key in another case. */
    KEY_CASE,
    /** A header key that no edition knows. */
    UNKNOWN_FIELD,
    /** A header field that stands there twice; the first counts. */
    REPEATED_FIELD,
    /** A word without {@code =}. */
    STRAY_TEXT,
    /** No {@code CP} at all. */
    NO_CONTENT,
    /** {@code CP} opened with one {@code &}. */
    SINGLE_AMPERSAND,
    /** {@code CP} not opened with {@code &}. */
    CONTENT_NOT_OPENED,
    /** {@code CP} not closed with {@code &&}. */
    CONTENT_NOT_CLOSED,
    /** {@code //} without its partner. */
    TEXT_NOT_CLOSED,
    /** More items than the limit; those behind it were not read. */
    TOO_MANY_ITEMS
}
