package io.stackwatch.gateway.records;

import io.stackwatch.core.enforcement.CandidateCase;
import io.stackwatch.core.enforcement.CaseEvent;
import io.stackwatch.core.enforcement.CaseFinding;
import io.stackwatch.core.enforcement.CaseId;
import io.stackwatch.core.enforcement.LegalBasis;
import io.stackwatch.core.exceedance.JudgedHour;
import io.stackwatch.core.limit.LimitId;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.RegionCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Candidate cases as they were opened, and what happened to them since; rows are only added. */
public final class CaseRecords {

    private static final String SELECT =
            """
            SELECT c.*, (SELECT COUNT(*) FROM case_hour h WHERE h.case_id = c.id) AS hour_count,
              o.name AS outlet_name, e.name AS enterprise_name, e.region AS region
            FROM candidate_case c
            """
                    + Names.JOIN.formatted("c");

    private CaseRecords() {}

    /** Whether a case was opened. */
    public static boolean exists(Handle handle, CaseId id) {
        return handle.createQuery("SELECT id FROM candidate_case WHERE id = ?")
                .bind(0, id.value())
                .mapTo(String.class)
                .findOne()
                .isPresent();
    }

    /** Keeps a case that is opened, with its hours and its first event. */
    public static void open(Handle handle, CandidateCase opened) {
        handle.execute(
                """
                INSERT INTO candidate_case (id, outlet, factor, day, opened_at, limits, violation_basis, violation_text,
                  opening_basis, opening_text, findings)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                opened.id().value(),
                opened.outlet().value(),
                opened.factor().value(),
                opened.day().toString(),
                opened.openedAt().toEpochMilli(),
                opened.limits().stream().map(limit -> limit.id().value()).collect(Collectors.joining(" ")),
                opened.atViolation().map(LegalBasis::id).orElse(null),
                opened.atViolation().map(CaseRecords::text).orElse(null),
                opened.atOpening().map(LegalBasis::id).orElse(null),
                opened.atOpening().map(CaseRecords::text).orElse(null),
                opened.findings().stream().sorted().map(CaseFinding::name).collect(Collectors.joining(" ")));
        try (RowBatch batch =
                new RowBatch(handle, "INSERT INTO case_hour (case_id, hour_start, verdict_version) VALUES (?, ?, ?)")) {
            for (JudgedHour hour : opened.hours()) {
                batch.add(opened.id().value(), hour.hour().start().toEpochMilli(), hour.version());
            }
            batch.execute();
        }
        happened(handle, new CaseEvent.Opened(opened));
    }

    /** Adds an event. */
    public static void happened(Handle handle, CaseEvent event) {
        handle.execute(
                """
                INSERT INTO case_event (number, case_id, kind, at, hour_start, verdict_version)
                VALUES ((SELECT COALESCE(MAX(number), 0) + 1 FROM case_event), ?, ?, ?, ?, ?)""",
                event.caseId().value(),
                event.<String>match(
                        opened -> CaseFile.Kind.OPENED.name(), revised -> CaseFile.Kind.HOUR_REVISED.name()),
                event.at().toEpochMilli(),
                Sql.millis(event.match(
                        opened -> Optional.empty(),
                        revised -> Optional.of(revised.hour().hour().start()))),
                event.<Optional<Integer>>match(
                                opened -> Optional.empty(),
                                revised -> Optional.of(revised.hour().version()))
                        .orElse(null));
    }

    private static String text(LegalBasis basis) {
        return basis.instrument() + " " + basis.article() + ": " + basis.consequence() + " (" + basis.mark() + ")";
    }

    /** Cases of outlets of some owner, newest first. */
    public static List<CaseRow> list(
            Handle handle, Optional<OutletId> outlet, OwnedBy owned, Optional<PagePlace> behind, int limit) {
        String text =
                SELECT + " WHERE " + owned.condition("c.outlet") + (outlet.isPresent() ? " AND c.outlet = :outlet" : "")
                        + (behind.isPresent() ? " AND (c.opened_at, c.id) < (:at, :id)" : "")
                        + " ORDER BY c.opened_at DESC, c.id DESC LIMIT :limit";
        var query = owned.bind(handle.createQuery(text)).bind("limit", limit);
        outlet.ifPresent(id -> query.bind("outlet", id.value()));
        behind.ifPresent(place -> query.bind("at", place.at().toEpochMilli()).bind("id", place.id()));
        return query.map((row, context) -> row(row)).list();
    }

    /** One case as it was opened. */
    public static Optional<CaseRow> find(Handle handle, CaseId id) {
        return handle.createQuery(SELECT + " WHERE c.id = ?")
                .bind(0, id.value())
                .map((row, context) -> row(row))
                .findOne();
    }

    /** The hours that a case was opened on, in the version that was known then. */
    public static List<VerdictRow> hours(Handle handle, CaseId id) {
        return handle.createQuery(
                        """
                        SELECT v.* FROM case_hour h JOIN candidate_case c ON c.id = h.case_id
                        JOIN hour_verdict v ON v.outlet = c.outlet AND v.factor = c.factor
                          AND v.hour_start = h.hour_start AND v.version = h.verdict_version
                        WHERE h.case_id = ? ORDER BY h.hour_start""")
                .bind(0, id.value())
                .map((row, context) -> VerdictRecords.verdict(row))
                .list();
    }

    /** What happened to a case, oldest first. */
    public static List<CaseFile.Event> events(Handle handle, CaseId id) {
        return handle.createQuery(
                        """
                        SELECT e.number, e.kind AS event_kind, e.at, v.* FROM case_event e
                        JOIN candidate_case c ON c.id = e.case_id
                        LEFT JOIN hour_verdict v ON v.outlet = c.outlet AND v.factor = c.factor
                          AND v.hour_start = e.hour_start AND v.version = e.verdict_version
                        WHERE e.case_id = ? ORDER BY e.number""")
                .bind(0, id.value())
                .map((row, context) -> new CaseFile.Event(
                        row.getLong("number"),
                        CaseFile.Kind.valueOf(row.getString("event_kind")),
                        Sql.instant(row, "at"),
                        row.getString("outcome") == null ? Optional.empty() : Optional.of(VerdictRecords.verdict(row))))
                .list();
    }

    private static CaseRow row(ResultSet row) throws SQLException {
        return new CaseRow(
                new CaseId(row.getString("id")),
                new OutletId(row.getString("outlet")),
                new FactorCode(row.getString("factor")),
                LocalDate.parse(row.getString("day")),
                Sql.instant(row, "opened_at"),
                row.getInt("hour_count"),
                words(row.getString("limits")).map(LimitId::new).toList(),
                basis(row, "violation_basis", "violation_text"),
                basis(row, "opening_basis", "opening_text"),
                words(row.getString("findings")).map(CaseFinding::valueOf).toList(),
                Sql.optionalText(row, "outlet_name"),
                Sql.optionalText(row, "enterprise_name"),
                Sql.optionalText(row, "region").map(RegionCode::new));
    }

    private static Optional<CaseRow.Basis> basis(ResultSet row, String id, String text) throws SQLException {
        Optional<String> words = Sql.optionalText(row, text);
        return Sql.optionalText(row, id).map(name -> new CaseRow.Basis(name, words.orElse("")));
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split(" ", -1)).filter(word -> !word.isEmpty());
    }
}
