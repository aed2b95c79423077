package io.stackwatch.core.measurement;

import java.math.BigDecimal;

/**
 * A number as it was sent and as a decimal; the text is evidence, the decimal is computed with.
 *
 * <p>May be negative or absurd: an analyser reports such things, and a rule sets them aside with a reason.
 */
public record ReportedNumber(String text, BigDecimal number) {

    /** The longest text that is accepted. */
    public static final int MAX_LENGTH = 64;

    public ReportedNumber {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "a reported number has at most " + MAX_LENGTH + " characters: " + text.length());
        }
    }

    /** From the text alone. */
    public static ReportedNumber of(String text) {
        return new ReportedNumber(text, new BigDecimal(text.strip()));
    }
}
