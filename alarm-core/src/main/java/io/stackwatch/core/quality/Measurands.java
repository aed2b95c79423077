package io.stackwatch.core.quality;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.DataTable;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What kind of measurand a factor is, as data. Immutable. */
public final class Measurands {

    private final Map<FactorCode, Measurand> byFactor;

    private Measurands(Map<FactorCode, Measurand> byFactor) {
        this.byFactor = byFactor;
    }

    /** The table that comes with the program. */
    public static Measurands load() {
        return of(DataTable.resource(Measurands.class, "measurands.csv"));
    }

    static Measurands of(DataTable table) {
        Map<FactorCode, Measurand> byFactor = new HashMap<>();
        for (DataTable.Row row : table.rows()) {
            FactorCode factor = new FactorCode(row.text("factor"));
            if (byFactor.put(factor, row.constant("measurand", Measurand.class)) != null) {
                throw row.fault("factor", "two rows for " + factor);
            }
        }
        return new Measurands(Map.copyOf(byFactor));
    }

    /** The measurand of a factor; empty if no check is known for it. */
    public Optional<Measurand> of(FactorCode factor) {
        return Optional.ofNullable(byFactor.get(factor));
    }

    /** The factors of each measurand that has any. */
    public Map<Measurand, Set<FactorCode>> factors() {
        Map<Measurand, Set<FactorCode>> factors = new EnumMap<>(Measurand.class);
        byFactor.forEach((factor, measurand) ->
                factors.computeIfAbsent(measurand, m -> new TreeSet<>()).add(factor));
        return factors;
    }
}
