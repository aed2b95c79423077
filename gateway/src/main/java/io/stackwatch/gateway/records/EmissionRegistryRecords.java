package io.stackwatch.gateway.records;

import io.stackwatch.core.emission.Duct;
import io.stackwatch.core.emission.FlowBasis;
import io.stackwatch.core.emission.Mass;
import io.stackwatch.core.emission.PermittedTotal;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.Verification;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Ducts and permitted totals as rows. A row with a known key is corrected, any other is added; none is removed. */
final class EmissionRegistryRecords {

    private EmissionRegistryRecords() {}

    static EmissionRows load(Handle handle) {
        return new EmissionRows(
                handle.createQuery("SELECT * FROM duct ORDER BY outlet, valid_from")
                        .map((row, context) -> duct(row))
                        .list(),
                handle.createQuery("SELECT * FROM permitted_total ORDER BY enterprise, outlet, factor, first_day")
                        .map((row, context) -> permitted(row))
                        .list());
    }

    static void save(Handle handle, EmissionRows rows) {
        saveDucts(handle, rows.ducts());
        savePermitted(handle, rows.permitted());
    }

    private static void saveDucts(Handle handle, List<Duct> ducts) {
        try (RowBatch batch = new RowBatch(
                handle,
                """
                INSERT INTO duct (outlet, flow_basis, area_m2, velocity_factor, ambient_pa, document, mark, valid_from,
                  valid_until)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (outlet, valid_from) DO UPDATE SET flow_basis = excluded.flow_basis,
                  area_m2 = excluded.area_m2, velocity_factor = excluded.velocity_factor,
                  ambient_pa = excluded.ambient_pa, document = excluded.document, mark = excluded.mark,
                  valid_until = excluded.valid_until""")) {
            for (Duct duct : ducts) {
                batch.add(
                        duct.outlet().value(),
                        duct.basis().name(),
                        duct.section()
                                .map(section -> section.squareMetres().toPlainString())
                                .orElse(null),
                        duct.section()
                                .map(section -> section.velocityFactor().toPlainString())
                                .orElse(null),
                        duct.section()
                                .map(section -> section.ambientPascal().toPlainString())
                                .orElse(null),
                        duct.document(),
                        duct.mark().name(),
                        duct.effective().from().toEpochMilli(),
                        Sql.millis(duct.effective().until()));
            }
            batch.execute();
        }
    }

    private static void savePermitted(Handle handle, List<PermittedTotal> permitted) {
        try (RowBatch batch = new RowBatch(
                handle,
                """
                INSERT INTO permitted_total (enterprise, outlet, factor, first_day, last_day, tonnes, document, mark)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (enterprise, outlet, factor, first_day) DO UPDATE SET last_day = excluded.last_day,
                  tonnes = excluded.tonnes, document = excluded.document, mark = excluded.mark""")) {
            for (PermittedTotal total : permitted) {
                batch.add(
                        total.enterprise().value(),
                        total.outlet().map(OutletId::value).orElse(""),
                        total.factor().value(),
                        total.firstDay().toString(),
                        total.lastDay().toString(),
                        total.allowed().tonnes().stripTrailingZeros().toPlainString(),
                        total.document(),
                        total.mark().name());
            }
            batch.execute();
        }
    }

    private static Duct duct(ResultSet row) throws SQLException {
        Optional<String> area = Sql.optionalText(row, "area_m2");
        String factor = Sql.optionalText(row, "velocity_factor").orElse("1");
        String ambient = Sql.optionalText(row, "ambient_pa").orElse("1");
        return new Duct(
                new OutletId(row.getString("outlet")),
                FlowBasis.valueOf(row.getString("flow_basis")),
                area.map(metres ->
                        new Duct.Section(new BigDecimal(metres), new BigDecimal(factor), new BigDecimal(ambient))),
                row.getString("document"),
                Verification.valueOf(row.getString("mark")),
                Sql.effective(row));
    }

    private static PermittedTotal permitted(ResultSet row) throws SQLException {
        return new PermittedTotal(
                new EnterpriseId(row.getString("enterprise")),
                Optional.of(row.getString("outlet"))
                        .filter(outlet -> !outlet.isEmpty())
                        .map(OutletId::new),
                new FactorCode(row.getString("factor")),
                LocalDate.parse(row.getString("first_day")),
                LocalDate.parse(row.getString("last_day")),
                Mass.ofTonnes(new BigDecimal(row.getString("tonnes"))),
                row.getString("document"),
                Verification.valueOf(row.getString("mark")));
    }
}
