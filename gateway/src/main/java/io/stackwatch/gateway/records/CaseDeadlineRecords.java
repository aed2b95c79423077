package io.stackwatch.gateway.records;

import io.stackwatch.core.deadline.Period;
import io.stackwatch.core.deadline.PeriodId;
import io.stackwatch.core.deadline.Role;
import io.stackwatch.core.enforcement.CaseFileId;
import io.stackwatch.core.enforcement.Strand;
import io.stackwatch.core.registry.RegionCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Deadlines of cases, and what was told of them. A row of a deadline follows its case; what was told is only ever added to. */
public final class CaseDeadlineRecords {

    private CaseDeadlineRecords() {}

    /**
     * Something that the sweep told.
     *
     * @param kind whether a deadline comes or has passed
     * @param recipient to whom
     */
    public record Notice(
            long number,
            CaseFileId file,
            Strand strand,
            int deadline,
            PeriodId period,
            Kind kind,
            Role recipient,
            LocalDate lastDay,
            Period.Passing passing,
            Instant at) {

        /** What is told. Names are stored and never change. */
        public enum Kind {
            WARNED,
            PASSED
        }
    }

    /** Keeps a deadline as it stands. */
    public static void save(Handle handle, CaseDeadlineRow row) {
        handle.execute(
                """
                INSERT INTO case_deadline (file, strand, number, county, period, owner, passing, begun, standing, last_day,
                  over_on, warn_at, passes_at, warned_at, passed_at, look_at, words)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (file, strand, number) DO UPDATE SET owner = excluded.owner, passing = excluded.passing,
                  standing = excluded.standing, last_day = excluded.last_day, over_on = excluded.over_on,
                  warn_at = excluded.warn_at, passes_at = excluded.passes_at, warned_at = excluded.warned_at,
                  passed_at = excluded.passed_at, look_at = excluded.look_at, words = excluded.words""",
                row.file().value(),
                row.strand().toString(),
                row.number(),
                row.county().value(),
                row.period().value(),
                row.owner().name(),
                row.passing().name(),
                row.begun().toString(),
                row.standing().name(),
                row.lastDay().map(LocalDate::toString).orElse(null),
                row.overOn().map(LocalDate::toString).orElse(null),
                Sql.millis(row.warnAt()),
                Sql.millis(row.passesAt()),
                Sql.millis(row.warnedAt()),
                Sql.millis(row.passedAt()),
                Sql.millis(row.lookAt()),
                String.join("\n", row.words()));
    }

    /** The deadlines of a file, by strand and number. */
    public static List<CaseDeadlineRow> of(Handle handle, CaseFileId file) {
        return handle.createQuery("SELECT * FROM case_deadline WHERE file = ? ORDER BY strand, number")
                .bind(0, file.value())
                .map((row, context) -> row(row))
                .list();
    }

    /** One deadline as it stands. */
    public static Optional<CaseDeadlineRow> find(Handle handle, CaseFileId file, Strand strand, int number) {
        return handle.createQuery("SELECT * FROM case_deadline WHERE file = ? AND strand = ? AND number = ?")
                .bind(0, file.value())
                .bind(1, strand.toString())
                .bind(2, number)
                .map((row, context) -> row(row))
                .findOne();
    }

    /** Deadlines that the sweep must look at by an instant, the earliest first, behind the last one of the page before. */
    public static List<CaseDeadlineRow> due(Handle handle, Instant now, Optional<CaseDeadlineRow> behind, int limit) {
        String place =
                behind.isPresent() ? " AND (look_at, file, strand, number) > (:look, :file, :strand, :number)" : "";
        var query = handle.createQuery("SELECT * FROM case_deadline WHERE look_at <= :now" + place
                        + " ORDER BY look_at, file, strand, number LIMIT :limit")
                .bind("now", now.toEpochMilli())
                .bind("limit", limit);
        behind.ifPresent(last -> query.bind("look", Sql.millis(last.lookAt()))
                .bind("file", last.file().value())
                .bind("strand", last.strand().toString())
                .bind("number", last.number()));
        return query.map((row, context) -> row(row)).list();
    }

    /** When the sweep must look next; empty if there is nothing to look at. */
    public static Optional<Instant> next(Handle handle) {
        return handle.createQuery(
                        "SELECT look_at FROM case_deadline WHERE look_at IS NOT NULL ORDER BY look_at LIMIT 1")
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }

    /** Files with a deadline that could not be counted when it was written. */
    public static List<CaseFileId> notCounted(Handle handle) {
        return handle.createQuery(
                        "SELECT DISTINCT file FROM case_deadline WHERE standing = 'NOT_COUNTED' ORDER BY file")
                .map((row, context) -> new CaseFileId(row.getString("file")))
                .list();
    }

    /** How many deadlines wait to be looked at, by an instant. */
    public static long waiting(Handle handle, Instant now) {
        return handle.createQuery("SELECT COUNT(*) FROM case_deadline WHERE look_at <= ?")
                .bind(0, now.toEpochMilli())
                .mapTo(Long.class)
                .one();
    }

    /** Keeps what was told of a deadline. */
    public static void tell(Handle handle, CaseDeadlineRow row, Notice.Kind kind, Role recipient, Instant at) {
        handle.execute(
                """
                INSERT INTO case_notice (number, file, strand, deadline, period, kind, recipient, last_day, passing, at)
                VALUES ((SELECT COALESCE(MAX(number), 0) + 1 FROM case_notice), ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                row.file().value(),
                row.strand().toString(),
                row.number(),
                row.period().value(),
                kind.name(),
                recipient.name(),
                row.lastDay().orElseThrow().toString(),
                row.passing().name(),
                at.toEpochMilli());
    }

    /** What was told of a file's deadlines, oldest first. */
    public static List<Notice> notices(Handle handle, CaseFileId file) {
        return handle.createQuery("SELECT * FROM case_notice WHERE file = ? ORDER BY number")
                .bind(0, file.value())
                .map((row, context) -> new Notice(
                        row.getLong("number"),
                        new CaseFileId(row.getString("file")),
                        Strand.parse(row.getString("strand")),
                        row.getInt("deadline"),
                        new PeriodId(row.getString("period")),
                        Notice.Kind.valueOf(row.getString("kind")),
                        Role.valueOf(row.getString("recipient")),
                        LocalDate.parse(row.getString("last_day")),
                        Period.Passing.valueOf(row.getString("passing")),
                        Sql.instant(row, "at")))
                .list();
    }

    private static CaseDeadlineRow row(ResultSet row) throws SQLException {
        String words = row.getString("words");
        return new CaseDeadlineRow(
                new CaseFileId(row.getString("file")),
                Strand.parse(row.getString("strand")),
                row.getInt("number"),
                new RegionCode(row.getString("county")),
                new PeriodId(row.getString("period")),
                Role.valueOf(row.getString("owner")),
                Period.Passing.valueOf(row.getString("passing")),
                LocalDate.parse(row.getString("begun")),
                CaseDeadlineRow.Standing.valueOf(row.getString("standing")),
                Sql.optionalText(row, "last_day").map(LocalDate::parse),
                Sql.optionalText(row, "over_on").map(LocalDate::parse),
                Sql.optionalInstant(row, "warn_at"),
                Sql.optionalInstant(row, "passes_at"),
                Sql.optionalInstant(row, "warned_at"),
                Sql.optionalInstant(row, "passed_at"),
                words.isEmpty() ? List.of() : List.of(words.split("\n", -1)));
    }
}
