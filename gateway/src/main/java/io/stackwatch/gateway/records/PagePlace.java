package io.stackwatch.gateway.records;

import java.time.Instant;

/**
 * The last row of a page, from which the next one continues.
 *
 * @param at the row's instant (alarms: raised, cases: opened), to the millisecond
 * @param id the row's id
 */
public record PagePlace(Instant at, String id) {

    /** Text for a link: {@code <epoch millis>-<id>}. */
    public String token() {
        return at.toEpochMilli() + "-" + id;
    }

    /** Reads what {@link #token} wrote; anything else is an {@link IllegalArgumentException}. */
    public static PagePlace parse(String token) {
        int dash = token.indexOf('-');
        if (dash < 1 || token.length() > 200) {
            throw new IllegalArgumentException("not a place in a list: '" + token + "'");
        }
        return new PagePlace(Instant.ofEpochMilli(Long.parseLong(token.substring(0, dash))), token.substring(dash + 1));
    }
}
