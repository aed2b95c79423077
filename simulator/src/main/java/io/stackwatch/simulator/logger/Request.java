package io.stackwatch.simulator.logger;

import io.stackwatch.connectors.hj212.codec.DataSegment;
import io.stackwatch.connectors.hj212.codec.Flag;
import io.stackwatch.connectors.hj212.codec.HeaderField;
import java.util.List;
import java.util.Optional;

/**
 * What the host asks or orders, in clear.
 *
 * @param segment its data segment
 * @param encrypted whether its content was encrypted with a key that the logger knows
 */
record Request(DataSegment segment, boolean encrypted) {

    /** The request number as it was sent; empty if there is none. */
    String number() {
        return text(HeaderField.QN);
    }

    String systemCode() {
        return text(HeaderField.ST);
    }

    /** The command; -1 for anything but digits. */
    int command() {
        String text = text(HeaderField.CN);
        return text.matches("\\d{1,4}") ? Integer.parseInt(text) : -1;
    }

    String password() {
        return text(HeaderField.PW);
    }

    String mn() {
        return text(HeaderField.MN);
    }

    Optional<Flag> flag() {
        String text = text(HeaderField.FLAG);
        return text.matches("\\d{1,3}") && Integer.parseInt(text) <= 255
                ? Optional.of(new Flag(Integer.parseInt(text)))
                : Optional.empty();
    }

    /** The values of a whole name in the content, in order. */
    List<String> values(String name) {
        return segment.values(name);
    }

    /** The value of a name that must stand there once; empty if it is missing or repeated. */
    Optional<String> value(String name) {
        List<String> values = values(name);
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    /** The same as a whole number of at most nine digits. */
    Optional<Integer> number(String name) {
        return value(name).filter(text -> text.matches("\\d{1,9}")).map(Integer::valueOf);
    }

    private String text(HeaderField field) {
        return segment.text(field).orElse("");
    }
}
