package io.stackwatch.core.quality;

import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.quality.QaLimit.Bounds;
import io.stackwatch.core.registry.DataTable;
import io.stackwatch.core.registry.Verification;
import java.time.Instant;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Intervals of checks and limits of control (HJ 75-2017 part 11), as dated rows. Immutable. */
public final class QaLimits {

    private final List<QaLimit> rows;

    private QaLimits(List<QaLimit> rows) {
        this.rows = List.copyOf(rows);
    }

    /** The table that comes with the program. */
    public static QaLimits load() {
        return of(DataTable.resource(QaLimits.class, "qa-limits.csv"));
    }

    /** Reads a table; two rows that could judge the same check at the same time are an error. */
    public static QaLimits of(DataTable table) {
        List<QaLimit> rows = new ArrayList<>();
        for (DataTable.Row row : table.rows()) {
            QaLimit limit = limit(row);
            if (rows.stream().anyMatch(other -> meet(other, limit))) {
                throw row.fault("check", "two rows hold for the same check at the same time");
            }
            rows.add(limit);
        }
        return new QaLimits(rows);
    }

    private static QaLimit limit(DataTable.Row row) {
        Bounds pass = new Bounds(row.optionalDecimal("pass_percent"), row.optionalDecimal("pass_absolute"));
        Bounds control = new Bounds(row.optionalDecimal("control_percent"), row.optionalDecimal("control_absolute"));
        Optional<QaBasis> basis = row.optional("basis").map(cell -> row.constant("basis", QaBasis.class));
        boolean percentages = pass.percent().isPresent() || control.percent().isPresent();
        if (percentages != basis.isPresent()) {
            throw row.fault("basis", "percentages need a basis, and only they");
        }
        return new QaLimit(
                row.constant("check", QaCheck.class),
                row.constant("measurand", Measurand.class),
                row.optional("mode").map(cell -> row.constant("mode", QaMode.class)),
                basis,
                interval(row),
                pass,
                control,
                row.cell("unit"),
                row.effective(LegalTime.ZONE),
                row.text("source"),
                row.constant("mark", Verification.class));
    }

    private static Optional<Period> interval(DataTable.Row row) {
        return row.optional("interval").map(cell -> {
            try {
                return Period.parse(cell);
            } catch (DateTimeParseException e) {
                throw row.fault("interval", "'" + cell + "' is not a period such as P7D or P3M");
            }
        });
    }

    private static boolean meet(QaLimit one, QaLimit other) {
        return one.check() == other.check()
                && one.measurand() == other.measurand()
                && one.basis().equals(other.basis())
                && (one.mode().isEmpty() || other.mode().isEmpty() || one.mode().equals(other.mode()))
                && one.effective().overlaps(other.effective());
    }

    /** Every row, in the order of the table. */
    public List<QaLimit> rows() {
        return rows;
    }

    /** The row that judges a check: with a basis, a row of that basis. */
    Optional<QaLimit> judging(QaEvent event, Measurand measurand) {
        return covering(event.subject().check(), measurand, event.mode(), event.at()).stream()
                .filter(row -> event.figures().basis().isEmpty()
                        || row.basis().isEmpty()
                        || row.basis().equals(event.figures().basis()))
                .findFirst();
    }

    /** How often a check is made; empty if no row says it. */
    Optional<Period> interval(QaCheck check, Measurand measurand, QaMode mode, Instant at) {
        return covering(check, measurand, mode, at).stream()
                .flatMap(row -> row.interval().stream())
                .findFirst();
    }

    /** Whether a check of a measurand is asked for again and again at an instant, in whatever mode. */
    boolean isAskedFor(QaCheck check, Measurand measurand, Instant at) {
        return rows.stream()
                .anyMatch(row -> row.check() == check
                        && row.measurand() == measurand
                        && row.interval().isPresent()
                        && row.effective().contains(at));
    }

    private List<QaLimit> covering(QaCheck check, Measurand measurand, QaMode mode, Instant at) {
        return rows.stream()
                .filter(row -> row.covers(check, measurand, mode, at))
                .toList();
    }
}
