package io.stackwatch.connectors.hj212.session;

/**
 * Why a request cannot be sent.
 *
 * @param field the field that is wrong: an item's name, {@code CN}, {@code ST}, {@code QN} or {@code CP}
 * @param value what it was; {@code ***} for a password or a key
 * @param expected what was expected, in words
 */
public record RequestFault(String field, String value, String expected) {

    static final String HIDDEN = "***";

    @Override
    public String toString() {
        return field + "=" + value + ": expected " + expected;
    }
}
