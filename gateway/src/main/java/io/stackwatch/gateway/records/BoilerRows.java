package io.stackwatch.gateway.records;

import io.stackwatch.core.registry.Boiler;
import io.stackwatch.core.registry.BoilerId;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.Verification;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The city's list of boilers as rows. */
final class BoilerRows {

    private BoilerRows() {}

    static List<Boiler> load(Handle handle) {
        return handle.createQuery("SELECT * FROM boiler ORDER BY id, valid_from")
                .map((row, context) -> boiler(row))
                .list();
    }

    static void save(Handle handle, List<Boiler> boilers) {
        try (RowBatch batch = new RowBatch(
                handle,
                """
                INSERT INTO boiler (id, enterprise, name, evaporation_t_h, fuel, outlet, fate, document, ultra_low_on,
                  networked_on, removal_evidence, mark, valid_from, valid_until)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id, valid_from) DO UPDATE SET enterprise = excluded.enterprise, name = excluded.name,
                  evaporation_t_h = excluded.evaporation_t_h, fuel = excluded.fuel, outlet = excluded.outlet,
                  fate = excluded.fate, document = excluded.document, ultra_low_on = excluded.ultra_low_on,
                  networked_on = excluded.networked_on, removal_evidence = excluded.removal_evidence,
                  mark = excluded.mark, valid_until = excluded.valid_until""")) {
            for (Boiler boiler : boilers) {
                batch.add(
                        boiler.id().value(),
                        boiler.enterprise().value(),
                        boiler.name(),
                        boiler.steamTonsPerHour().toPlainString(),
                        boiler.fuel().name(),
                        boiler.outlet().map(OutletId::value).orElse(null),
                        boiler.fate().name(),
                        boiler.document(),
                        boiler.history()
                                .ultraLowAcceptedOn()
                                .map(LocalDate::toString)
                                .orElse(null),
                        boiler.history().networkedOn().map(LocalDate::toString).orElse(null),
                        boiler.history().removalEvidence().orElse(null),
                        boiler.mark().name(),
                        boiler.effective().from().toEpochMilli(),
                        Sql.millis(boiler.effective().until()));
            }
            batch.execute();
        }
    }

    private static Boiler boiler(ResultSet row) throws SQLException {
        return new Boiler(
                new BoilerId(row.getString("id")),
                new EnterpriseId(row.getString("enterprise")),
                row.getString("name"),
                new BigDecimal(row.getString("evaporation_t_h")),
                Boiler.Fuel.valueOf(row.getString("fuel")),
                Sql.optionalText(row, "outlet").map(OutletId::new),
                Boiler.Fate.valueOf(row.getString("fate")),
                row.getString("document"),
                new Boiler.History(
                        Sql.optionalText(row, "ultra_low_on").map(LocalDate::parse),
                        Sql.optionalText(row, "networked_on").map(LocalDate::parse),
                        Sql.optionalText(row, "removal_evidence")),
                Verification.valueOf(row.getString("mark")),
                Sql.effective(row));
    }
}
