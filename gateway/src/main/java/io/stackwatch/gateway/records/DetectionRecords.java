package io.stackwatch.gateway.records;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.OutletId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** What detectors of windows found; rows are only added. */
public final class DetectionRecords {

    private static final String LINE = "\n";

    private DetectionRecords() {}

    /** The outlets of which a day was examined. */
    public static Set<OutletId> examined(Handle handle, LocalDate day) {
        return new HashSet<>(handle.createQuery("SELECT DISTINCT outlet FROM detection_day WHERE day = ?")
                .bind(0, day.toString())
                .map((row, context) -> new OutletId(row.getString("outlet")))
                .list());
    }

    /** The newest version of a day; 0 if it was never examined. */
    public static int version(Handle handle, OutletDay day) {
        return handle.createQuery("SELECT COALESCE(MAX(version), 0) FROM detection_day WHERE outlet = ? AND day = ?")
                .bind(0, day.outlet().value())
                .bind(1, day.day().toString())
                .mapTo(Integer.class)
                .one();
    }

    /** Adds a version of a day. */
    public static void add(Handle handle, DetectionRow row) {
        handle.execute(
                "INSERT INTO detection_day (outlet, day, version, examined_at, hours, answers) VALUES (?, ?, ?, ?, ?, ?)",
                row.day().outlet().value(),
                row.day().day().toString(),
                row.version(),
                row.examinedAt().toEpochMilli(),
                row.hours(),
                String.join(LINE, row.answers()));
        try (RowBatch batch = new RowBatch(
                handle,
                """
                INSERT INTO integrity_finding (outlet, day, version, place, detector, factor, from_at, until_at, words,
                  figures, figure_count, parameters, alarm) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            int place = 0;
            for (FindingRow finding : row.findings()) {
                batch.add(
                        row.day().outlet().value(),
                        row.day().day().toString(),
                        row.version(),
                        place++,
                        finding.detector(),
                        finding.factor().value(),
                        finding.window().start().toEpochMilli(),
                        finding.window().end().toEpochMilli(),
                        finding.words(),
                        String.join(LINE, finding.figures()),
                        finding.figureCount(),
                        String.join(LINE, finding.parameters()),
                        finding.alarm());
            }
            batch.execute();
        }
    }

    /** The examined days of an outlet, both inclusive, in their newest version, in order. */
    public static List<DetectionRow> of(Handle handle, OutletId outlet, LocalDate first, LocalDate last) {
        Map<String, List<FindingRow>> findings = new HashMap<>();
        handle.createQuery(
                        """
                        SELECT * FROM integrity_finding WHERE outlet = ? AND day BETWEEN ? AND ?
                        ORDER BY day, version, place""")
                .bind(0, outlet.value())
                .bind(1, first.toString())
                .bind(2, last.toString())
                .map((row, context) -> findings.computeIfAbsent(
                                row.getString("day") + " " + row.getInt("version"), day -> new ArrayList<>())
                        .add(new FindingRow(
                                row.getString("detector"),
                                new FactorCode(row.getString("factor")),
                                new Window(Sql.instant(row, "from_at"), Sql.instant(row, "until_at")),
                                row.getString("words"),
                                lines(row.getString("figures")),
                                row.getInt("figure_count"),
                                lines(row.getString("parameters")),
                                row.getString("alarm"))))
                .list();
        return handle.createQuery(
                        """
                        SELECT d.* FROM detection_day d WHERE d.outlet = ? AND d.day BETWEEN ? AND ?
                          AND d.version = (SELECT MAX(n.version) FROM detection_day n WHERE n.outlet = d.outlet AND n.day = d.day)
                        ORDER BY d.day""")
                .bind(0, outlet.value())
                .bind(1, first.toString())
                .bind(2, last.toString())
                .map((row, context) -> new DetectionRow(
                        new OutletDay(outlet, LocalDate.parse(row.getString("day"))),
                        row.getInt("version"),
                        Sql.instant(row, "examined_at"),
                        row.getInt("hours"),
                        lines(row.getString("answers")),
                        findings.getOrDefault(row.getString("day") + " " + row.getInt("version"), List.of())))
                .list();
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(LINE, -1));
    }
}
