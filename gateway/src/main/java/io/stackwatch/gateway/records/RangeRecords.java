package io.stackwatch.gateway.records;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.InstrumentRange;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.Verification;
import java.math.BigDecimal;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Measuring ranges as rows. A row with a known key is corrected, any other is added; none is removed. */
final class RangeRecords {

    private RangeRecords() {}

    static List<InstrumentRange> load(Handle handle) {
        return handle.createQuery("SELECT * FROM measuring_range ORDER BY outlet, factor, valid_from")
                .map((row, context) -> new InstrumentRange(
                        new OutletId(row.getString("outlet")),
                        new FactorCode(row.getString("factor")),
                        Sql.optionalText(row, "least").map(BigDecimal::new),
                        new BigDecimal(row.getString("most")),
                        new Unit(row.getString("unit")),
                        row.getString("document"),
                        Verification.valueOf(row.getString("mark")),
                        Sql.effective(row)))
                .list();
    }

    static void save(Handle handle, List<InstrumentRange> ranges) {
        try (RowBatch batch = new RowBatch(
                handle,
                """
                INSERT INTO measuring_range (outlet, factor, least, most, unit, document, mark, valid_from, valid_until)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (outlet, factor, valid_from) DO UPDATE SET least = excluded.least, most = excluded.most,
                  unit = excluded.unit, document = excluded.document, mark = excluded.mark,
                  valid_until = excluded.valid_until""")) {
            for (InstrumentRange range : ranges) {
                batch.add(
                        range.outlet().value(),
                        range.factor().value(),
                        range.least().map(BigDecimal::toPlainString).orElse(null),
                        range.most().toPlainString(),
                        range.unit().symbol(),
                        range.document(),
                        range.mark().name(),
                        range.effective().from().toEpochMilli(),
                        Sql.millis(range.effective().until()));
            }
            batch.execute();
        }
    }
}
