package io.stackwatch.gateway.access;

import io.stackwatch.core.access.Grant;
import io.stackwatch.core.enforcement.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An account as an administrator sees it.
 *
 * @param name for people; the identity if nobody is registered under it now
 * @param grants what its owner may do now
 * @param lockedAt since when an administrator keeps it shut
 * @param shutUntil until when it is shut for wrong passwords, on the wall clock
 */
public record AccountLine(
        PersonId person,
        String name,
        List<Grant> grants,
        boolean mustChange,
        Instant madeAt,
        String madeBy,
        Instant changedAt,
        Optional<Instant> lockedAt,
        Optional<Instant> shutUntil) {

    public AccountLine {
        grants = List.copyOf(grants);
    }
}
