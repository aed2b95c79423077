package io.stackwatch.simulator.conform;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/** How a value may have to look. */
enum Shape {
    /** A moment of 14 digits. */
    MOMENT("a moment of 14 digits"),
    /** A moment of 17 digits, with milliseconds. */
    MILLIS("a moment of 17 digits"),
    /** The start of a minute. */
    MINUTE("the start of a minute, 14 digits"),
    /** The start of an hour. */
    HOUR("the start of an hour, 14 digits"),
    /** The start of a day. */
    DAY("the start of a day, 14 digits"),
    /** A decimal number. */
    DECIMAL("a decimal number"),
    /** Digits. */
    DIGITS("digits");

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private final String words;

    Shape(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    boolean fits(String value) {
        return switch (this) {
            case MOMENT -> value.matches("\\d{14}") && isMoment(value);
            case MILLIS -> value.matches("\\d{17}") && isMoment(value.substring(0, 14));
            case MINUTE -> value.matches("\\d{12}00") && isMoment(value);
            case HOUR -> value.matches("\\d{10}0000") && isMoment(value);
            case DAY -> value.matches("\\d{8}000000") && isMoment(value);
            case DECIMAL -> value.matches("-?\\d+(\\.\\d+)?");
            case DIGITS -> value.matches("\\d+");
        };
    }

    static Optional<Shape> of(String word) {
        for (Shape shape : values()) {
            if (shape.name().toLowerCase(Locale.ROOT).equals(word)) {
                return Optional.of(shape);
            }
        }
        return Optional.empty();
    }

    private static boolean isMoment(String digits) {
        try {
            LocalDateTime.parse(digits, FORMAT);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
