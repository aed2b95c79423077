package io.stackwatch.gateway.document;

import java.time.Instant;

/**
 * Who approved a document; without one it is a draft.
 *
 * @param by who
 * @param at when
 */
public record Approval(String by, Instant at) {

    public Approval {
        if (by.isBlank()) {
            throw new IllegalArgumentException("an approval has a name");
        }
    }
}
