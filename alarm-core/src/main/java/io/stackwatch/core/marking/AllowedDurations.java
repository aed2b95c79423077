package io.stackwatch.core.marking;

import io.stackwatch.core.marking.Allowance.NoRow;
import io.stackwatch.core.marking.Allowance.Reason;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.DataTable;
import io.stackwatch.core.registry.Outlet;
import io.stackwatch.core.registry.Verification;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How long working conditions may keep hours from being judged, as data; immutable. Where several rows fit an outlet, the
 * shortest holds.
 */
public final class AllowedDurations {

    private final List<AllowedDuration> rows;

    private AllowedDurations(List<AllowedDuration> rows) {
        this.rows = List.copyOf(rows);
    }

    /** The table that comes with the program. */
    public static AllowedDurations load() {
        return of(DataTable.resource(AllowedDurations.class, "allowed-durations.csv"));
    }

    static AllowedDurations of(DataTable table) {
        List<AllowedDuration> rows = new ArrayList<>();
        for (DataTable.Row row : table.rows()) {
            rows.add(new AllowedDuration(
                    row.text("id"),
                    row.text("group"),
                    row.text("industry"),
                    List.of(row.text("categories").split(" ")),
                    new MarkCode(row.text("kind")),
                    hours(row.decimal("hours")),
                    row.optionalDecimal("hours_per_year").map(AllowedDurations::hours),
                    row.optional("factors").stream()
                            .flatMap(cell -> Stream.of(cell.split(" ")))
                            .map(FactorCode::new)
                            .collect(Collectors.toUnmodifiableSet()),
                    row.cell("condition"),
                    row.effective(LegalTime.ZONE),
                    row.text("source"),
                    row.constant("mark", Verification.class)));
        }
        return new AllowedDurations(rows);
    }

    private static Duration hours(BigDecimal hours) {
        return Duration.ofMinutes(hours.multiply(BigDecimal.valueOf(60)).longValueExact());
    }

    /** Every row, in the order of the table. */
    public List<AllowedDuration> rows() {
        return rows;
    }

    /** The row for an outlet and a kind of mark at the start of a condition, or why there is none. */
    public Optional<AllowedDuration> row(Outlet outlet, MarkCode kind, Window condition) {
        return rows.stream()
                .filter(row -> row.kind().equals(kind)
                        && row.isFor(outlet)
                        && row.effective().contains(condition.start()))
                .min(Comparator.comparing(AllowedDuration::longest));
    }

    /**
     * Decides about one condition.
     *
     * @param condition from its beginning to its end; marks of one kind that follow each other without a gap are one
     * @param usedInTheYear how much of the year's hours earlier conditions of the row's group have used
     */
    public Allowance decide(Outlet outlet, MarkCode kind, Window condition, Duration usedInTheYear) {
        Optional<AllowedDuration> row = row(outlet, kind, condition);
        if (row.isEmpty()) {
            return new NoRow(whyNone(outlet, kind));
        }
        Duration left = row.get()
                .inAYear()
                .map(most -> most.minus(usedInTheYear))
                .map(rest -> rest.isNegative() ? Duration.ZERO : rest)
                .orElse(row.get().longest());
        Duration allowed =
                left.compareTo(row.get().longest()) < 0 ? left : row.get().longest();
        Duration excess = condition.length().minus(allowed);
        return excess.isNegative() || excess.isZero()
                ? new Allowance.Within(row.get(), allowed)
                : new Allowance.Beyond(row.get(), allowed, excess, usedInTheYear);
    }

    private Reason whyNone(Outlet outlet, MarkCode kind) {
        List<AllowedDuration> ofIndustry =
                rows.stream().filter(row -> row.isFor(outlet)).toList();
        if (ofIndustry.isEmpty()) {
            return Reason.NOT_FOR_THIS_INDUSTRY;
        }
        return ofIndustry.stream().anyMatch(row -> row.kind().equals(kind))
                ? Reason.NOT_IN_FORCE
                : Reason.NOT_FOR_THIS_KIND;
    }
}
