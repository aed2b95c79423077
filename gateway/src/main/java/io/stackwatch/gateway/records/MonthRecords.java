package io.stackwatch.gateway.records;

import io.stackwatch.core.supervision.MonthEvent;
import io.stackwatch.core.supervision.MonthEvent.Stage;
import io.stackwatch.core.supervision.MonthEventKind;
import io.stackwatch.core.transmission.Variant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** What happened to months, and the versions of their figures; rows are only ever added. */
public final class MonthRecords {

    private MonthRecords() {}

    /** Months to which something happened, newest first. */
    public static List<YearMonth> months(Handle handle) {
        return handle.createQuery("SELECT DISTINCT month FROM month_act ORDER BY month DESC")
                .map((row, context) -> YearMonth.parse(row.getString("month")))
                .list();
    }

    /** What happened to a month, oldest first. */
    public static List<MonthEvent> history(Handle handle, YearMonth month) {
        return handle.createQuery("SELECT * FROM month_act WHERE month = ? ORDER BY step")
                .bind(0, month.toString())
                .map((row, context) -> event(row))
                .list();
    }

    /**
     * Adds what happened. Two that add the same step at the same time collide on its key, and one of them fails.
     *
     * @param step how many events the month had before
     */
    public static void happened(Handle handle, int step, MonthEvent event) {
        handle.execute(
                "INSERT INTO month_act (month, step, kind, at, version, actor, reason) VALUES (?, ?, ?, ?, ?, ?, ?)",
                event.month().toString(),
                step,
                event.kind().name(),
                event.at().toEpochMilli(),
                event.version().orElse(null),
                text(event, MonthEvent.Recomputed::by).orElse(null),
                text(event, MonthEvent.Recomputed::reason).orElse(null));
    }

    private static Optional<String> text(MonthEvent event, Function<MonthEvent.Recomputed, String> field) {
        return event.match(
                opened -> Optional.empty(),
                counted -> Optional.empty(),
                ended -> Optional.empty(),
                recomputed -> Optional.of(field.apply(recomputed)));
    }

    /** Adds a version; its figures are added by {@link MonthFigureRecords}. */
    public static void add(Handle handle, MonthVersion version) {
        handle.execute(
                "INSERT INTO month_version (month, version, kind, counted_at, cutoff, program)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                version.month().toString(),
                version.number(),
                version.kind().name(),
                version.countedAt().toEpochMilli(),
                version.cutoff().toEpochMilli(),
                version.program());
    }

    /** The versions of a month, oldest first. */
    public static List<MonthVersion> versions(Handle handle, YearMonth month) {
        Map<Integer, Map<Variant, String>> digests = new HashMap<>();
        handle.createQuery("SELECT version, variant, sha256 FROM month_figures WHERE month = ?")
                .bind(0, month.toString())
                .map((row, context) -> Map.entry(
                        row.getInt("version"),
                        Map.entry(Variant.valueOf(row.getString("variant")), row.getString("sha256"))))
                .forEach(one -> digests.computeIfAbsent(one.getKey(), key -> new EnumMap<>(Variant.class))
                        .put(one.getValue().getKey(), one.getValue().getValue()));
        return handle.createQuery(
                        """
                        SELECT v.*, a.actor, a.reason, a.at FROM month_version v
                        JOIN month_act a ON a.month = v.month AND a.version = v.version
                        WHERE v.month = ? ORDER BY v.version""")
                .bind(0, month.toString())
                .map((row, context) -> version(row, digests.getOrDefault(row.getInt("version"), Map.of())))
                .list();
    }

    private static MonthVersion version(ResultSet row, Map<Variant, String> digests) throws SQLException {
        Instant at = Sql.instant(row, "at");
        String reason = Sql.optionalText(row, "reason").orElse("");
        return new MonthVersion(
                YearMonth.parse(row.getString("month")),
                row.getInt("version"),
                MonthEventKind.valueOf(row.getString("kind")),
                Sql.instant(row, "counted_at"),
                Sql.instant(row, "cutoff"),
                row.getString("program"),
                Sql.optionalText(row, "actor").map(by -> new Act(at, by, reason)),
                digests);
    }

    private static MonthEvent event(ResultSet row) throws SQLException {
        YearMonth month = YearMonth.parse(row.getString("month"));
        Instant at = Sql.instant(row, "at");
        int version = row.getInt("version");
        MonthEventKind kind = MonthEventKind.valueOf(row.getString("kind"));
        return switch (kind) {
            case OPENED -> new MonthEvent.Opened(month, at);
            case PROVISIONAL_COUNTED -> new MonthEvent.Counted(month, at, Stage.PROVISIONAL, version);
            case PRELIMINARY_COUNTED -> new MonthEvent.Counted(month, at, Stage.PRELIMINARY, version);
            case VOUCHERS_ENDED -> new MonthEvent.VouchersEnded(month, at);
            case FROZEN -> new MonthEvent.Counted(month, at, Stage.FREEZE, version);
            case RECOMPUTED ->
                new MonthEvent.Recomputed(month, at, version, row.getString("actor"), row.getString("reason"));
        };
    }
}
