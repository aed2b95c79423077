package io.stackwatch.gateway.records;

import io.stackwatch.core.deadline.Deadline;
import io.stackwatch.core.marking.FiledVersion;
import io.stackwatch.core.marking.FilingDecision;
import io.stackwatch.core.marking.MarkAct;
import io.stackwatch.core.marking.MarkContent;
import io.stackwatch.core.marking.MarkEvent;
import io.stackwatch.core.marking.MarkFile;
import io.stackwatch.core.marking.MarkId;
import io.stackwatch.core.marking.MarkProcess;
import io.stackwatch.core.marking.MarkVersion;
import io.stackwatch.core.marking.ProofFile;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.OutletId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Marks of enterprises: versions as they were filed, and what happened to them. Rows are only ever added. */
public final class MarkRecords {

    private static final String PREFIX = "M-";

    private MarkRecords() {}

    /** The identity that the next new mark gets. */
    public static MarkId next(Handle handle) {
        return new MarkId(PREFIX + (max(handle, "mark") + 1));
    }

    /** The number in a mark's identity; empty if it is not one of ours. */
    public static Optional<Long> number(MarkId mark) {
        String text = mark.value();
        return text.matches(PREFIX + "[1-9][0-9]{0,17}")
                ? Optional.of(Long.valueOf(text.substring(PREFIX.length())))
                : Optional.empty();
    }

    private static long numberOf(MarkId mark) {
        return number(mark).orElseThrow(() -> new IllegalArgumentException("no mark of this store: " + mark));
    }

    /** Keeps a version that was taken, with its acts; answers the number of the last act. */
    public static long add(Handle handle, OutletId outlet, FilingDecision.Taken taken) {
        MarkVersion version = taken.version();
        long mark = numberOf(version.mark());
        if (version.version() == 1) {
            handle.execute("INSERT INTO mark (number, outlet) VALUES (?, ?)", mark, outlet.value());
        }
        Optional<MarkContent> content = version.content();
        handle.execute(
                """
                INSERT INTO mark_version (mark, version, kind, from_at, until_at, factors, reason, filed_at, filed_by,
                  explanation) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                mark,
                version.version(),
                content.map(saying -> saying.kind().value()).orElse(null),
                Sql.millis(content.map(saying -> saying.span().start())),
                Sql.millis(content.map(saying -> saying.span().end())),
                content.map(MarkRows::factors).orElse(""),
                content.map(MarkContent::reason).orElse(""),
                version.filedAt().toEpochMilli(),
                version.filedBy(),
                version.explanation());
        int number = 0;
        for (ProofFile proof : content.map(MarkContent::proofs).orElse(List.of())) {
            handle.execute(
                    "INSERT INTO mark_proof (mark, version, number, name, sha256, bytes) VALUES (?, ?, ?, ?, ?, ?)",
                    mark,
                    version.version(),
                    ++number,
                    proof.name(),
                    proof.sha256(),
                    proof.bytes());
        }
        taken.replaced().forEach(act -> add(handle, act));
        return add(handle, taken.filed());
    }

    /** Keeps an act; answers its number. */
    public static long add(Handle handle, MarkAct act) {
        long number = max(handle, "mark_act") + 1;
        handle.execute(
                "INSERT INTO mark_act (number, mark, version, event, at, actor, reason) VALUES (?, ?, ?, ?, ?, ?, ?)",
                number,
                numberOf(act.mark()),
                act.version(),
                act.event().name(),
                act.at().toEpochMilli(),
                act.by(),
                act.why());
        return number;
    }

    private static long max(Handle handle, String table) {
        return handle.createQuery("SELECT COALESCE(MAX(number), 0) FROM " + table)
                .mapTo(Long.class)
                .one();
    }

    /** A mark with everything that happened to it. */
    public static Optional<MarkFile> find(Handle handle, MarkId mark) {
        return number(mark).flatMap(number -> handle.createQuery("SELECT outlet FROM mark WHERE number = ?")
                .bind(0, number)
                .mapTo(String.class)
                .findOne()
                .map(outlet -> file(handle, number, new OutletId(outlet))));
    }

    /** The number of the last act on a mark; 0 if there is none. */
    public static long lastAct(Handle handle) {
        return max(handle, "mark_act");
    }

    /** The outlets with a mark that was acted on behind a number. */
    public static List<OutletId> actedOn(Handle handle, long behind) {
        return handle.createQuery(
                        """
                        SELECT DISTINCT m.outlet FROM mark_act a JOIN mark m ON m.number = a.mark
                        WHERE a.number > ? ORDER BY m.outlet""")
                .bind(0, behind)
                .map((row, context) -> new OutletId(row.getString("outlet")))
                .list();
    }

    /** The outlet of a mark. */
    public static Optional<OutletId> outlet(Handle handle, MarkId mark) {
        return number(mark)
                .flatMap(number -> handle.createQuery("SELECT outlet FROM mark WHERE number = ?")
                        .bind(0, number)
                        .mapTo(String.class)
                        .findOne())
                .map(OutletId::new);
    }

    /** The outlets whose marks a file proves. */
    public static List<OutletId> proven(Handle handle, String sha256) {
        return handle.createQuery(
                        """
                        SELECT DISTINCT m.outlet FROM mark_proof p JOIN mark m ON m.number = p.mark
                        WHERE p.sha256 = ? ORDER BY m.outlet""")
                .bind(0, sha256)
                .map((row, context) -> new OutletId(row.getString("outlet")))
                .list();
    }

    /** The marks of an outlet of which a version ends behind an instant, in the order of filing. */
    public static List<MarkFile> of(Handle handle, OutletId outlet, Instant endsBehind) {
        List<Long> numbers = handle.createQuery(
                        """
                        SELECT DISTINCT m.number FROM mark m JOIN mark_version v ON v.mark = m.number
                        WHERE m.outlet = ? AND v.until_at > ? ORDER BY m.number""")
                .bind(0, outlet.value())
                .bind(1, endsBehind.toEpochMilli())
                .mapTo(Long.class)
                .list();
        List<MarkFile> files = new ArrayList<>();
        numbers.forEach(number -> files.add(file(handle, number, outlet)));
        return files;
    }

    /** Every outlet that has a mark. */
    public static Set<OutletId> outlets(Handle handle) {
        return new HashSet<>(handle.createQuery("SELECT DISTINCT outlet FROM mark")
                .map((row, context) -> new OutletId(row.getString("outlet")))
                .list());
    }

    /** For every act the second judgement of the hours that its version speaks of: what a new record of verdicts begins with. */
    public static List<Deadline> acts(Handle handle) {
        return handle.createQuery(
                        """
                        SELECT a.number, a.at, m.outlet, v.from_at, v.until_at FROM mark_act a
                        JOIN mark m ON m.number = a.mark
                        JOIN mark_version v ON v.mark = a.mark AND v.version <= a.version AND v.until_at IS NOT NULL
                        ORDER BY a.number, v.version""")
                .map((row, context) -> Deadline.marksChanged(
                        new OutletId(row.getString("outlet")),
                        new Window(Sql.instant(row, "from_at"), Sql.instant(row, "until_at")),
                        "act " + row.getLong("number"),
                        Sql.instant(row, "at")))
                .list();
    }

    /** Marks that a query asks for, newest first. */
    public static List<MarkFile> list(Handle handle, MarkQuery query) {
        String events = query.state()
                .map(state -> MarkProcess.steps().stream()
                        .filter(step -> step.to() == state)
                        .map(step -> "'" + step.event().name() + "'")
                        .distinct()
                        .collect(Collectors.joining(", ", " AND a.event IN (", ")")))
                .orElse("");
        return query
                .owned()
                .bind(handle.createQuery(
                        """
                        SELECT m.number, m.outlet FROM mark m JOIN mark_act a ON a.mark = m.number
                        WHERE m.number < :before AND (:outlet = '' OR m.outlet = :outlet)
                          AND a.number = (SELECT MAX(l.number) FROM mark_act l WHERE l.mark = m.number AND l.version =
                            (SELECT MAX(v.version) FROM mark_version v WHERE v.mark = m.number))"""
                                + events + " AND " + query.owned().condition("m.outlet")
                                + " ORDER BY m.number DESC LIMIT :limit"))
                .bind("before", query.before().orElse(Long.MAX_VALUE))
                .bind("outlet", query.outlet().map(OutletId::value).orElse(""))
                .bind("limit", query.limit())
                .map((row, context) -> List.of(row.getLong("number"), row.getString("outlet")))
                .list()
                .stream()
                .map(found -> file(handle, (Long) found.get(0), new OutletId((String) found.get(1))))
                .toList();
    }

    private static MarkFile file(Handle handle, long number, OutletId outlet) {
        MarkId id = new MarkId(PREFIX + number);
        List<MarkAct> acts = handle.createQuery("SELECT * FROM mark_act WHERE mark = ? ORDER BY number")
                .bind(0, number)
                .map((row, context) -> new MarkAct(
                        id,
                        row.getInt("version"),
                        MarkEvent.valueOf(row.getString("event")),
                        Sql.instant(row, "at"),
                        row.getString("actor"),
                        row.getString("reason")))
                .list();
        List<FiledVersion> versions = handle
                .createQuery("SELECT * FROM mark_version WHERE mark = ? ORDER BY version")
                .bind(0, number)
                .map((row, context) -> MarkRows.version(row, id, outlet, proofs(handle, number, row.getInt("version"))))
                .list()
                .stream()
                .map(version -> new FiledVersion(
                        version,
                        acts.stream()
                                .filter(act -> act.version() == version.version())
                                .toList()))
                .toList();
        return new MarkFile(id, versions);
    }

    private static List<ProofFile> proofs(Handle handle, long mark, int version) {
        return handle.createQuery("SELECT * FROM mark_proof WHERE mark = ? AND version = ? ORDER BY number")
                .bind(0, mark)
                .bind(1, version)
                .map((row, context) ->
                        new ProofFile(row.getString("name"), row.getString("sha256"), row.getLong("bytes")))
                .list();
    }
}
