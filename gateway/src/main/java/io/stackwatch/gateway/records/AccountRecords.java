package io.stackwatch.gateway.records;

import io.stackwatch.core.enforcement.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Accounts and the wrong passwords since the last right one. */
public final class AccountRecords {

    private AccountRecords() {}

    /** Keeps an account, new or changed. */
    public static void save(Handle handle, AccountRow account) {
        handle.execute(
                """
                INSERT INTO account (person, hash, must_change, made_at, made_by, changed_at, barred_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (person) DO UPDATE SET hash = excluded.hash, must_change = excluded.must_change,
                  changed_at = excluded.changed_at, barred_at = excluded.barred_at""",
                account.person().value(),
                account.hash(),
                account.mustChange() ? 1 : 0,
                account.madeAt().toEpochMilli(),
                account.madeBy(),
                account.changedAt().toEpochMilli(),
                Sql.millis(account.barredAt()));
    }

    /** The account of a person. */
    public static Optional<AccountRow> find(Handle handle, PersonId person) {
        return handle.createQuery("SELECT * FROM account WHERE person = ?")
                .bind(0, person.value())
                .map((row, context) -> row(row))
                .findOne();
    }

    /** Every account, by person. */
    public static List<AccountRow> all(Handle handle) {
        return handle.createQuery("SELECT * FROM account ORDER BY person")
                .map((row, context) -> row(row))
                .list();
    }

    /**
     * Keeps a wrong password, and forgets those that are older than {@code horizon}.
     *
     * @param account SHA-256 of the name that was given
     */
    public static void failed(Handle handle, String account, Instant at, String address, Instant horizon) {
        handle.execute("DELETE FROM sign_in_failure WHERE at < ?", horizon.toEpochMilli());
        handle.execute(
                """
                INSERT INTO sign_in_failure (number, account, at, address)
                VALUES ((SELECT COALESCE(MAX(number), 0) + 1 FROM sign_in_failure), ?, ?, ?)""",
                account,
                at.toEpochMilli(),
                address);
    }

    /** When wrong passwords were given behind an instant, in order. */
    public static List<Instant> failures(Handle handle, String account, Instant behind) {
        return handle.createQuery("SELECT at FROM sign_in_failure WHERE account = ? AND at > ? ORDER BY number")
                .bind(0, account)
                .bind(1, behind.toEpochMilli())
                .mapTo(Long.class)
                .map(Instant::ofEpochMilli)
                .list();
    }

    /** Writes as much as a refusal of somebody who is known does, and changes nothing. */
    public static void touch(Handle handle, String account) {
        handle.execute("UPDATE sign_in_failure SET address = address WHERE account = ?", account);
    }

    /** Forgets the wrong passwords of an account. */
    public static void forget(Handle handle, String account) {
        handle.execute("DELETE FROM sign_in_failure WHERE account = ?", account);
    }

    private static AccountRow row(ResultSet row) throws SQLException {
        return new AccountRow(
                new PersonId(row.getString("person")),
                row.getString("hash"),
                row.getInt("must_change") == 1,
                Sql.instant(row, "made_at"),
                row.getString("made_by"),
                Sql.instant(row, "changed_at"),
                Sql.optionalInstant(row, "barred_at"));
    }
}
