package io.stackwatch.connectors.opcua.mapping;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.registry.DataTable;
import io.stackwatch.core.registry.Verification;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which units can be converted into which, from {@code unit-conversions.csv}. Immutable. */
public final class UnitTable {

    private static final UnitTable STANDARD = of(DataTable.resource(UnitTable.class, "unit-conversions.csv"));

    private final Map<Pair, Conversion> conversions;

    private UnitTable(Map<Pair, Conversion> conversions) {
        this.conversions = conversions;
    }

    /** The table that comes with the program. */
    public static UnitTable standard() {
        return STANDARD;
    }

    static UnitTable of(DataTable table) {
        Map<Pair, Conversion> conversions = new HashMap<>();
        for (DataTable.Row row : table.rows()) {
            row.constant("mark", Verification.class);
            row.text("source");
            Pair pair = new Pair(
                    new Unit(row.text("from")),
                    new Unit(row.text("to")),
                    row.optional("factor").map(FactorCode::new));
            Conversion conversion =
                    new Conversion(row.decimal("offset"), row.decimal("numerator"), row.decimal("denominator"));
            if (conversions.put(pair, conversion) != null) {
                throw row.fault("from", "stands in the table twice");
            }
        }
        return new UnitTable(Map.copyOf(conversions));
    }

    /**
     * How a number of a factor gets from one unit into another; empty if it cannot. A volume share becomes a mass
     * concentration only for the gases that have a row of their own.
     */
    public Optional<Conversion> conversion(Unit from, Unit to, FactorCode factor) {
        if (from.equals(to)) {
            return Optional.of(Conversion.NONE);
        }
        return Optional.ofNullable(conversions.get(new Pair(from, to, Optional.of(factor))))
                .or(() -> Optional.ofNullable(conversions.get(new Pair(from, to, Optional.empty()))));
    }

    private record Pair(Unit from, Unit to, Optional<FactorCode> factor) {}
}
