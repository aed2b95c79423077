package io.stackwatch.core.integrity;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.registry.DataTable;
import io.stackwatch.core.registry.Verification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What detectors look at, as data; immutable. */
final class WatchedFactors {

    private final List<WatchedFactor> rows;

    private WatchedFactors(List<WatchedFactor> rows) {
        this.rows = List.copyOf(rows);
    }

    static WatchedFactors load() {
        return of(DataTable.resource(WatchedFactors.class, "watched-factors.csv"));
    }

    static WatchedFactors of(DataTable table) {
        List<WatchedFactor> rows = new ArrayList<>();
        for (DataTable.Row row : table.rows()) {
            WatchedFactor watched = new WatchedFactor(
                    new FactorCode(row.text("factor")),
                    row.constant("role", Role.class),
                    new Unit(row.text("unit")),
                    row.decimal("floor"),
                    row.effective(LegalTime.ZONE),
                    row.text("source"),
                    row.constant("mark", Verification.class));
            if (rows.stream()
                    .anyMatch(other -> other.factor().equals(watched.factor())
                            && other.unit().equals(watched.unit())
                            && other.effective().overlaps(watched.effective()))) {
                throw row.fault("from", "two rows of " + watched.factor() + " hold at the same time");
            }
            rows.add(watched);
        }
        return new WatchedFactors(rows);
    }

    /** The codes of all factors that say this of an outlet, at any time. */
    Set<String> of(Role role) {
        return rows.stream()
                .filter(row -> row.role() == role)
                .map(row -> row.factor().value())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The rows in force at an instant, in the order of the table. */
    List<WatchedFactor> at(Instant instant) {
        return rows.stream().filter(row -> row.effective().contains(instant)).toList();
    }
}
