package io.stackwatch.gateway.access;

import io.stackwatch.gateway.trail.SqlAuditTrail;
import io.stackwatch.gateway.trail.TrailEntry;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** What the audit trail tells of accounts and sessions. Names are stored and never change. */
enum AccessAct {
    SIGNED_IN,
    SIGN_IN_REFUSED,
    SIGNED_OUT,
    /** Shut by the machine, after too many wrong passwords. */
    ACCOUNT_SHUT,
    ACCOUNT_MADE,
    ACCOUNT_LOCKED,
    ACCOUNT_UNLOCKED,
    PASSWORD_CHANGED,
    PASSWORD_RESET,
    PERSON_GRANTED,
    EXPORTED;

    /** Tells of it within a transaction; {@code content} holds no secret. */
    void tell(Handle handle, Instant at, String actor, String role, String subject, String reason, String content) {
        new SqlAuditTrail(handle).append(new TrailEntry(at, actor, role, name(), subject, reason, content));
    }
}
