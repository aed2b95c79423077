package io.stackwatch.gateway.records;

import io.stackwatch.core.registry.CreditCode;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.Particulars;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Particulars of enterprises by date. A row with a known key is corrected, any other is added; none is removed. */
public final class ParticularsRecords {

    private ParticularsRecords() {}

    /** Keeps a row. */
    public static void save(Handle handle, Particulars particulars) {
        handle.execute(
                """
                INSERT INTO enterprise_particulars (enterprise, credit_code, address, representative, valid_from, valid_until)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (enterprise, valid_from) DO UPDATE SET credit_code = excluded.credit_code,
                  address = excluded.address, representative = excluded.representative,
                  valid_until = excluded.valid_until""",
                particulars.enterprise().value(),
                particulars.creditCode().map(CreditCode::value).orElse(null),
                particulars.address().orElse(null),
                particulars.representative().orElse(null),
                particulars.effective().from().toEpochMilli(),
                Sql.millis(particulars.effective().until()));
    }

    /** The particulars of an enterprise at an instant. */
    public static Optional<Particulars> at(Handle handle, EnterpriseId enterprise, Instant instant) {
        return handle.createQuery(
                        """
                        SELECT * FROM enterprise_particulars WHERE enterprise = ? AND valid_from <= ?
                          AND (valid_until IS NULL OR valid_until > ?) ORDER BY valid_from DESC LIMIT 1""")
                .bind(0, enterprise.value())
                .bind(1, instant.toEpochMilli())
                .bind(2, instant.toEpochMilli())
                .map((row, context) -> row(row))
                .findOne();
    }

    /** All versions of an enterprise, the oldest first. */
    public static List<Particulars> of(Handle handle, EnterpriseId enterprise) {
        return handle.createQuery("SELECT * FROM enterprise_particulars WHERE enterprise = ? ORDER BY valid_from")
                .bind(0, enterprise.value())
                .map((row, context) -> row(row))
                .list();
    }

    private static Particulars row(ResultSet row) throws SQLException {
        return new Particulars(
                new EnterpriseId(row.getString("enterprise")),
                Sql.optionalText(row, "credit_code").map(CreditCode::new),
                Sql.optionalText(row, "address"),
                Sql.optionalText(row, "representative"),
                Sql.effective(row));
    }
}
