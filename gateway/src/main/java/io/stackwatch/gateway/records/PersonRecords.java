package io.stackwatch.gateway.records;

import io.stackwatch.core.deadline.Role;
import io.stackwatch.core.enforcement.PersonId;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.RegionCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Who may act in cases, by date. A row with a known key is corrected, any other is added; none is removed. */
public final class PersonRecords {

    private PersonRecords() {}

    /** Keeps a row. */
    public static void save(Handle handle, PersonRow person) {
        handle.execute(
                """
                INSERT INTO person (id, role, name, region, enterprise, certificate, valid_from, valid_until)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id, role, valid_from) DO UPDATE SET name = excluded.name, region = excluded.region,
                  enterprise = excluded.enterprise, certificate = excluded.certificate,
                  valid_until = excluded.valid_until""",
                person.id().value(),
                person.role().name(),
                person.name(),
                person.region().map(RegionCode::value).orElse(null),
                person.enterprise().map(EnterpriseId::value).orElse(null),
                person.certificate().orElse(null),
                person.effective().from().toEpochMilli(),
                Sql.millis(person.effective().until()));
    }

    /** A person in a role at an instant. */
    public static Optional<PersonRow> at(Handle handle, PersonId id, Role role, Instant instant) {
        return handle.createQuery(
                        """
                        SELECT * FROM person WHERE id = ? AND role = ? AND valid_from <= ?
                          AND (valid_until IS NULL OR valid_until > ?) ORDER BY valid_from DESC LIMIT 1""")
                .bind(0, id.value())
                .bind(1, role.name())
                .bind(2, instant.toEpochMilli())
                .bind(3, instant.toEpochMilli())
                .map((row, context) -> row(row))
                .findOne();
    }

    /** A person in all his roles at an instant, each in its newest version. */
    public static List<PersonRow> of(Handle handle, PersonId id, Instant instant) {
        return handle.createQuery(
                        """
                        SELECT * FROM person p WHERE id = ? AND valid_from <= ?
                          AND (valid_until IS NULL OR valid_until > ?)
                          AND valid_from = (SELECT MAX(n.valid_from) FROM person n
                            WHERE n.id = p.id AND n.role = p.role AND n.valid_from <= ?
                              AND (n.valid_until IS NULL OR n.valid_until > ?))
                        ORDER BY role""")
                .bind(0, id.value())
                .bind(1, instant.toEpochMilli())
                .bind(2, instant.toEpochMilli())
                .bind(3, instant.toEpochMilli())
                .bind(4, instant.toEpochMilli())
                .map((row, context) -> row(row))
                .list();
    }

    /** Everybody who is registered at an instant, by identity and role. */
    public static List<PersonRow> all(Handle handle, Instant instant) {
        return handle.createQuery(
                        """
                        SELECT * FROM person WHERE valid_from <= ? AND (valid_until IS NULL OR valid_until > ?)
                        ORDER BY id, role, valid_from""")
                .bind(0, instant.toEpochMilli())
                .bind(1, instant.toEpochMilli())
                .map((row, context) -> row(row))
                .list();
    }

    private static PersonRow row(ResultSet row) throws SQLException {
        return new PersonRow(
                new PersonId(row.getString("id")),
                Role.valueOf(row.getString("role")),
                row.getString("name"),
                Sql.optionalText(row, "region").map(RegionCode::new),
                Sql.optionalText(row, "enterprise").map(EnterpriseId::new),
                Sql.optionalText(row, "certificate"),
                Sql.effective(row));
    }
}
