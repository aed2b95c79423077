package io.stackwatch.core.enforcement;

import java.time.Instant;
import java.util.Optional;

/**
 * Who did something, when and why.
 *
 * @param strand in which procedure of the case
 * @param by who
 * @param second the second officer, where there was one (行政处罚法 art. 42)
 * @param at when it was entered
 * @param reason why, or what it rests on; never blank
 */
public record ActHeader(Strand strand, Actor by, Optional<Actor> second, Instant at, String reason) {

    public ActHeader {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("an act of " + by.id() + " without a reason");
        }
    }
}
