package io.stackwatch.gateway.access;

import io.stackwatch.core.access.Caller;
import java.time.Instant;

/**
 * A session that holds, and whose.
 *
 * @param caller who, with what he may do now
 * @param name for people
 * @param mustChange whether his password must be changed before anything else
 * @param csrf what unsafe requests carry
 * @param expiresAt its end at the latest, on the wall clock
 */
public record Standing(Caller caller, String name, boolean mustChange, String csrf, Instant expiresAt) {

    /** His roles, as the trail names them. */
    public String roles() {
        return caller.grants().stream()
                .map(grant -> grant.role().name())
                .distinct()
                .reduce((some, more) -> some + "+" + more)
                .orElse("UNSTATED");
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "session of " + caller.person();
    }
}
