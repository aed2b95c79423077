package io.stackwatch.gateway.records;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.core.supervision.FigureHead;
import io.stackwatch.core.supervision.FigureLine;
import io.stackwatch.core.supervision.FigureLine.CountyFacts;
import io.stackwatch.core.supervision.LinePlace;
import io.stackwatch.core.supervision.MonthFigures;
import io.stackwatch.core.transmission.Counts;
import io.stackwatch.core.transmission.Excluded;
import io.stackwatch.core.transmission.MonthLine;
import io.stackwatch.core.transmission.Variant;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The figures of the versions of months as they were counted; rows are only ever added. */
public final class MonthFigureRecords {

    private MonthFigureRecords() {}

    /** Keeps the figures of one variant of a version that has been added. */
    public static void add(Handle handle, int version, MonthFigures figures, String sha256) {
        FigureHead head = figures.head();
        handle.execute(
                "INSERT INTO month_figures (month, version, variant, required, far_below, line_count, sha256)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                head.month().toString(),
                version,
                head.variant().name(),
                head.required().toPlainString(),
                head.farBelow().toPlainString(),
                figures.lines().size(),
                sha256);
        try (RowBatch batch = new RowBatch(
                handle,
                """
                INSERT INTO month_line (month, version, variant, line, level, county, enterprise, outlet, factor, name, due,
                  received, must_be_valid, valid, stopped, exempt, own_outage, standard_check, former_codes, mean_rate, passing, rated)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            int number = 0;
            for (FigureLine line : figures.lines()) {
                add(batch, head, version, number++, line);
            }
            batch.execute();
        }
    }

    private static void add(RowBatch batch, FigureHead head, int version, int number, FigureLine line) {
        LinePlace place = line.place();
        Counts counts = line.line().counts();
        Excluded excluded = line.line().excluded();
        batch.add(
                head.month().toString(),
                version,
                head.variant().name(),
                number,
                place.level().name(),
                place.county().map(RegionCode::value).orElse(null),
                place.enterprise().map(EnterpriseId::value).orElse(null),
                place.outlet().map(OutletId::value).orElse(null),
                place.factor().map(FactorCode::value).orElse(null),
                line.name(),
                counts.due(),
                counts.received(),
                counts.mustBeValid(),
                counts.valid(),
                excluded.stopped(),
                excluded.exempt(),
                excluded.ownOutage(),
                excluded.standardCheck(),
                line.county().map(facts -> codes(facts.formerCodes())).orElse(null),
                line.county()
                        .flatMap(CountyFacts::meanOfEnterprises)
                        .map(BigDecimal::toPlainString)
                        .orElse(null),
                line.county().map(CountyFacts::passing).orElse(null),
                line.county().map(CountyFacts::rated).orElse(null));
    }

    private static String codes(List<RegionCode> codes) {
        return codes.stream().map(RegionCode::value).collect(Collectors.joining(" "));
    }

    /** What a version was counted with; empty if there is no such version or variant. */
    public static Optional<FigureHead> head(Handle handle, YearMonth month, int version, Variant variant) {
        return handle.createQuery(
                        """
                        SELECT f.*, v.cutoff FROM month_figures f
                        JOIN month_version v ON v.month = f.month AND v.version = f.version
                        WHERE f.month = ? AND f.version = ? AND f.variant = ?""")
                .bind(0, month.toString())
                .bind(1, version)
                .bind(2, variant.name())
                .map((row, context) -> new FigureHead(
                        month,
                        variant,
                        Sql.instant(row, "cutoff"),
                        new BigDecimal(row.getString("required")),
                        new BigDecimal(row.getString("far_below"))))
                .findOne();
    }

    /** All figures of a version, held in memory; empty if there is no such version or variant. */
    public static Optional<MonthFigures> figures(Handle handle, YearMonth month, int version, Variant variant) {
        return head(handle, month, version, variant)
                .map(head -> new MonthFigures(
                        head,
                        lines(handle, FigureQuery.all(month, version, variant)).stream()
                                .map(NumberedLine::line)
                                .toList()));
    }

    /** Some lines of a version, in their order. */
    public static List<NumberedLine> lines(Handle handle, FigureQuery wanted) {
        String text = "SELECT * FROM month_line WHERE month = :month AND version = :version AND variant = :variant"
                + " AND line > :behind"
                + (wanted.level().isPresent() ? " AND level = :level" : "")
                + (wanted.county().isPresent() ? " AND county = :county" : "")
                + (wanted.enterprise().isPresent() ? " AND enterprise = :enterprise" : "")
                + (wanted.outlet().isPresent() ? " AND outlet = :outlet" : "")
                + " ORDER BY line LIMIT :limit";
        try (var query = handle.createQuery(text)
                .bind("month", wanted.month().toString())
                .bind("version", wanted.version())
                .bind("variant", wanted.variant().name())
                .bind("behind", wanted.behind())
                .bind("limit", wanted.limit())) {
            wanted.level().ifPresent(level -> query.bind("level", level.name()));
            wanted.county().ifPresent(code -> query.bind("county", code.value()));
            wanted.enterprise().ifPresent(id -> query.bind("enterprise", id.value()));
            wanted.outlet().ifPresent(id -> query.bind("outlet", id.value()));
            return query.map((row, context) -> new NumberedLine(row.getInt("line"), line(row)))
                    .list();
        }
    }

    private static FigureLine line(ResultSet row) throws SQLException {
        return new FigureLine(
                new LinePlace(
                        Sql.optionalText(row, "county").map(RegionCode::new),
                        Sql.optionalText(row, "enterprise").map(EnterpriseId::new),
                        Sql.optionalText(row, "outlet").map(OutletId::new),
                        Sql.optionalText(row, "factor").map(FactorCode::new)),
                row.getString("name"),
                new MonthLine(
                        new Counts(
                                row.getLong("due"),
                                row.getLong("received"),
                                row.getLong("must_be_valid"),
                                row.getLong("valid")),
                        new Excluded(
                                row.getLong("stopped"),
                                row.getLong("exempt"),
                                row.getLong("own_outage"),
                                row.getLong("standard_check"))),
                facts(row));
    }

    private static Optional<CountyFacts> facts(ResultSet row) throws SQLException {
        Optional<String> former = Sql.optionalText(row, "former_codes");
        if (former.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CountyFacts(
                Arrays.stream(former.get().split(" ", -1))
                        .filter(code -> !code.isEmpty())
                        .map(RegionCode::new)
                        .toList(),
                Sql.optionalText(row, "mean_rate").map(BigDecimal::new),
                row.getInt("passing"),
                row.getInt("rated")));
    }
}
