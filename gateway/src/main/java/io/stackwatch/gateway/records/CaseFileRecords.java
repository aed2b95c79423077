package io.stackwatch.gateway.records;

import io.stackwatch.core.enforcement.CaseFileId;
import io.stackwatch.core.enforcement.CaseId;
import io.stackwatch.core.enforcement.FileSubject;
import io.stackwatch.core.enforcement.Matter;
import io.stackwatch.core.enforcement.Stage;
import io.stackwatch.core.enforcement.Strand;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.penalty.Yuan;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.RegionCode;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Case files as they were opened, which are only ever added, and where they stand after their last act, which is made of their acts. */
public final class CaseFileRecords {

    private static final String REPEAT =
            """
            EXISTS (SELECT 1 FROM case_file g JOIN case_strand d ON d.file = g.id
              WHERE g.enterprise = f.enterprise AND g.id <> f.id AND d.decided_on >= f.repeat_since
                AND d.decided_on <= f.violated_on)""";

    /** Whoever was ever fined; few, so that the longer question is asked of few. */
    private static final String FINED =
            """
            SELECT g.enterprise FROM case_strand d JOIN case_file g ON g.id = d.file
            WHERE d.decided_on IS NOT NULL AND g.enterprise IS NOT NULL""";

    private static final String SELECT =
            """
            SELECT f.*, s.acts, s.goes_on, s.amount_fen, s.next_due, s.next_late, s.last_at,
              CASE WHEN %s THEN 1 ELSE 0 END AS repeated,
              (SELECT e.name FROM enterprise e WHERE e.id = f.enterprise ORDER BY e.valid_from DESC LIMIT 1)
                AS enterprise_name
            FROM case_standing s JOIN case_file f ON f.id = s.file"""
                    .formatted(REPEAT);

    private CaseFileRecords() {}

    /** Keeps a file that is opened; answers its number. */
    public static long add(Handle handle, CaseFileRow file) {
        long number = handle.createQuery("SELECT COALESCE(MAX(number), 0) + 1 FROM case_file")
                .mapTo(Long.class)
                .one();
        Optional<FileSubject.Violation> violation = file.subject().match(Optional::of, county -> Optional.empty());
        Optional<YearMonth> month =
                file.subject().match(found -> Optional.empty(), county -> Optional.of(county.month()));
        handle.execute(
                """
                INSERT INTO case_file (id, number, candidate, county, month, enterprise, outlet, factor, matter, begun, ended,
                  livelihood, harm, violated_on, repeat_since, opened_at, opened_by, reason)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                file.subject().fileId().value(),
                number,
                violation.map(found -> found.candidate().value()).orElse(null),
                file.subject().region().value(),
                month.map(YearMonth::toString).orElse(null),
                violation.map(found -> found.enterprise().value()).orElse(null),
                file.outlet().map(OutletId::value).orElse(null),
                file.factor().map(FactorCode::value).orElse(null),
                violation.map(found -> found.matter().name()).orElse(null),
                Sql.millis(violation.map(FileSubject.Violation::begun)),
                Sql.millis(violation.map(FileSubject.Violation::ended)),
                violation.filter(FileSubject.Violation::livelihood).isPresent() ? 1 : 0,
                violation.filter(FileSubject.Violation::harm).isPresent() ? 1 : 0,
                violation
                        .map(found -> found.begun()
                                .atZone(LegalTime.ZONE)
                                .toLocalDate()
                                .toString())
                        .orElse(null),
                file.repeatSince().map(LocalDate::toString).orElse(null),
                file.openedAt().toEpochMilli(),
                file.openedBy(),
                file.reason());
        return number;
    }

    /** A file as it was opened. */
    public static Optional<CaseFileRow> find(Handle handle, CaseFileId id) {
        return handle.createQuery("SELECT * FROM case_file WHERE id = ?")
                .bind(0, id.value())
                .map((row, context) -> row(row))
                .findOne();
    }

    /** The counties of the files in which a proof lies. */
    public static List<RegionCode> proven(Handle handle, String sha256) {
        return handle.createQuery(
                        """
                        SELECT DISTINCT f.county FROM case_proof p JOIN case_file f ON f.id = p.file
                        WHERE p.sha256 = ? ORDER BY f.county""")
                .bind(0, sha256)
                .map((row, context) -> new RegionCode(row.getString("county")))
                .list();
    }

    /** Where a file and its strands stand now. */
    public static void stand(Handle handle, CaseFileId id, CaseLine line) {
        handle.execute(
                """
                INSERT INTO case_standing (file, number, county, acts, goes_on, amount_fen, next_due, next_late, last_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (file) DO UPDATE SET acts = excluded.acts, goes_on = excluded.goes_on,
                  amount_fen = excluded.amount_fen, next_due = excluded.next_due, next_late = excluded.next_late,
                  last_at = excluded.last_at""",
                id.value(),
                line.row().number(),
                line.row().subject().region().value(),
                line.acts(),
                line.open() ? 1 : 0,
                fen(line.amount()),
                Sql.millis(line.nextDue()),
                Sql.millis(line.nextLate()),
                line.lastAt().toEpochMilli());
        for (CaseStrandRow strand : line.strands()) {
            handle.execute(
                    """
                    INSERT INTO case_strand (file, strand, number, procedure, stage, ended, fine_fen, paid_fen, decided_on)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (file, strand) DO UPDATE SET stage = excluded.stage, ended = excluded.ended,
                      fine_fen = excluded.fine_fen, paid_fen = excluded.paid_fen, decided_on = excluded.decided_on""",
                    id.value(),
                    strand.strand().toString(),
                    line.row().number(),
                    strand.strand().procedure().name(),
                    strand.stage().name(),
                    strand.stage().end() ? 1 : 0,
                    strand.fine().map(CaseFileRecords::fen).orElse(null),
                    fen(strand.paid()),
                    strand.decidedOn().map(LocalDate::toString).orElse(null));
        }
    }

    /** Files that a query asks for, newest first. */
    public static List<CaseLine> list(Handle handle, CaseFileQuery asked) {
        Map<String, Object> values = new LinkedHashMap<>();
        StringBuilder sql = new StringBuilder(SELECT).append(" WHERE 1 = 1");
        asked.before().ifPresent(number -> with(sql, values, " AND s.number < :before", "before", number));
        asked.county().ifPresent(county -> with(sql, values, " AND s.county = :county", "county", county.value()));
        asked.enterprise()
                .ifPresent(firm -> with(sql, values, " AND f.enterprise = :enterprise", "enterprise", firm.value()));
        asked.open().ifPresent(open -> with(sql, values, " AND s.goes_on = :open", "open", open ? 1 : 0));
        asked.dueBefore().ifPresent(until -> with(sql, values, " AND s.next_due < :due", "due", until.toEpochMilli()));
        asked.least().ifPresent(sum -> with(sql, values, " AND s.amount_fen >= :least", "least", fen(sum)));
        asked.most().ifPresent(sum -> with(sql, values, " AND s.amount_fen <= :most", "most", fen(sum)));
        asked.stage()
                .ifPresent(stage -> with(
                        sql,
                        values,
                        " AND EXISTS (SELECT 1 FROM case_strand t WHERE t.stage = :stage AND t.number = s.number)",
                        "stage",
                        stage.name()));
        if (asked.overdue()) {
            with(sql, values, " AND s.next_late <= :now", "now", asked.now().toEpochMilli());
        }
        if (asked.repeat()) {
            sql.append(" AND f.enterprise IN (").append(FINED).append(") AND ").append(REPEAT);
        }
        sql.append(" ORDER BY s.number DESC LIMIT :limit");
        Query query = handle.createQuery(sql.toString()).bind("limit", asked.limit());
        values.forEach(query::bind);
        return withStrands(handle, query.map((row, context) -> line(row)).list());
    }

    private static void with(StringBuilder sql, Map<String, Object> values, String text, String name, Object value) {
        sql.append(text);
        values.put(name, value);
    }

    /** One file with where it stands. */
    public static Optional<CaseLine> line(Handle handle, CaseFileId id) {
        List<CaseLine> found = handle.createQuery(SELECT + " WHERE f.id = ?")
                .bind(0, id.value())
                .map((row, context) -> line(row))
                .list();
        return withStrands(handle, found).stream().findFirst();
    }

    private static List<CaseLine> withStrands(Handle handle, List<CaseLine> lines) {
        if (lines.isEmpty()) {
            return lines;
        }
        Map<String, List<CaseStrandRow>> strands = new HashMap<>();
        handle.createQuery("SELECT * FROM case_strand WHERE file IN (<files>) ORDER BY file, strand")
                .bindList(
                        "files",
                        lines.stream()
                                .map(line -> line.row().subject().fileId().value())
                                .toList())
                .map((row, context) -> strands.computeIfAbsent(row.getString("file"), file -> new ArrayList<>())
                        .add(strand(row)))
                .list();
        return lines.stream()
                .map(line -> new CaseLine(
                        line.row(),
                        line.enterpriseName(),
                        line.open(),
                        line.acts(),
                        line.amount(),
                        line.nextDue(),
                        line.nextLate(),
                        line.repeat(),
                        line.lastAt(),
                        strands.getOrDefault(line.row().subject().fileId().value(), List.of())))
                .toList();
    }

    private static CaseLine line(ResultSet row) throws SQLException {
        return new CaseLine(
                row(row),
                Sql.optionalText(row, "enterprise_name"),
                row.getInt("goes_on") == 1,
                row.getInt("acts"),
                yuan(row.getLong("amount_fen")),
                Sql.optionalInstant(row, "next_due"),
                Sql.optionalInstant(row, "next_late"),
                row.getInt("repeated") == 1,
                Sql.instant(row, "last_at"),
                List.of());
    }

    private static CaseStrandRow strand(ResultSet row) throws SQLException {
        return new CaseStrandRow(
                Strand.parse(row.getString("strand")),
                Stage.valueOf(row.getString("stage")),
                Sql.optionalLong(row, "fine_fen").map(CaseFileRecords::yuan),
                yuan(row.getLong("paid_fen")),
                Sql.optionalText(row, "decided_on").map(LocalDate::parse));
    }

    private static CaseFileRow row(ResultSet row) throws SQLException {
        RegionCode county = new RegionCode(row.getString("county"));
        Optional<String> candidate = Sql.optionalText(row, "candidate");
        FileSubject subject = candidate.isPresent()
                ? new FileSubject.Violation(
                        new CaseFileId(row.getString("id")),
                        new CaseId(candidate.get()),
                        new EnterpriseId(row.getString("enterprise")),
                        county,
                        Matter.valueOf(row.getString("matter")),
                        Sql.instant(row, "begun"),
                        Sql.instant(row, "ended"),
                        row.getInt("livelihood") == 1,
                        row.getInt("harm") == 1)
                : new FileSubject.County(county, YearMonth.parse(row.getString("month")));
        return new CaseFileRow(
                row.getLong("number"),
                subject,
                Sql.optionalText(row, "outlet").map(OutletId::new),
                Sql.optionalText(row, "factor").map(FactorCode::new),
                Sql.optionalText(row, "repeat_since").map(LocalDate::parse),
                Instant.ofEpochMilli(row.getLong("opened_at")),
                row.getString("opened_by"),
                row.getString("reason"));
    }

    static long fen(Yuan sum) {
        return sum.amount().movePointRight(2).longValueExact();
    }

    static Yuan yuan(long fen) {
        return new Yuan(BigDecimal.valueOf(fen, 2));
    }
}
