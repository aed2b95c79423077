package io.stackwatch.gateway.records;

import io.stackwatch.core.enforcement.PersonId;
import java.time.Instant;
import java.util.Optional;

/**
 * An account with a password.
 *
 * @param hash of the password, as PHC string
 * @param mustChange whether somebody else knows the password
 * @param madeBy who made it
 * @param changedAt when the password was set
 * @param barredAt since when an administrator keeps it shut
 */
public record AccountRow(
        PersonId person,
        String hash,
        boolean mustChange,
        Instant madeAt,
        String madeBy,
        Instant changedAt,
        Optional<Instant> barredAt) {

    /** The same with another password. */
    public AccountRow withHash(String other, boolean change, Instant at) {
        return new AccountRow(person, other, change, madeAt, madeBy, at, barredAt);
    }

    /** The same, kept shut since then or opened. */
    public AccountRow barred(Optional<Instant> since) {
        return new AccountRow(person, hash, mustChange, madeAt, madeBy, changedAt, since);
    }

    /** Never shows the hash. */
    @Override
    public String toString() {
        return "account of " + person;
    }
}
