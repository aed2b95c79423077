package io.stackwatch.gateway.records;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Somebody's act: when, who, why. Neither may be missing.
 *
 * @param at when
 * @param by who; 1 to 64 characters that can stand in a line of {@code key=value}
 * @param reason why; 1 to 1000 characters
 */
public record Act(Instant at, String by, String reason) {

    /** The longest name. */
    public static final int LONGEST_NAME = 64;

    /** The longest reason. */
    public static final int LONGEST_REASON = 1_000;

    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl};=]{1," + LONGEST_NAME + "}");

    public Act {
        by = by.strip();
        reason = reason.strip();
        if (!NAME.matcher(by).matches()) {
            throw new IllegalArgumentException("by: 1 to " + LONGEST_NAME + " characters without ; and =");
        }
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("reason: 1 to " + LONGEST_REASON + " characters");
        }
    }
}
