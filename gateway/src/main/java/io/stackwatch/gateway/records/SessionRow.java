package io.stackwatch.gateway.records;

import io.stackwatch.core.enforcement.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A session of somebody who signed in.
 *
 * @param token SHA-256 of what the cookie holds
 * @param csrf SHA-256 of what unsafe requests carry
 * @param seenAt the last request, to within a minute
 * @param expiresAt its end, however busy it is
 * @param idle it ends earlier after this long without a request
 * @param agent what the browser calls itself
 * @param address where it came from
 * @param endedAt when it was ended before its time
 * @param endReason why, a name of {@link End}
 */
public record SessionRow(
        String token,
        PersonId person,
        String csrf,
        Instant createdAt,
        Instant seenAt,
        Instant expiresAt,
        Duration idle,
        String agent,
        String address,
        Optional<Instant> endedAt,
        Optional<End> endReason) {

    /** The longest kept name of a browser. */
    public static final int LONGEST_AGENT = 200;

    public SessionRow {
        agent = agent.length() > LONGEST_AGENT ? agent.substring(0, LONGEST_AGENT) : agent;
    }

    /** Why a session ended before its time. Names are stored and never change. */
    public enum End {
        SIGNED_OUT,
        /** Another one took its place in the same browser. */
        REPLACED,
        PASSWORD_CHANGED,
        PASSWORD_RESET,
        ACCOUNT_LOCKED,
        NOT_REGISTERED
    }

    /** Whether it opens anything at an instant. */
    public boolean holdsAt(Instant now) {
        return endedAt.isEmpty() && now.isBefore(expiresAt) && now.isBefore(seenAt.plus(idle));
    }
}
