package io.stackwatch.gateway.records;

import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The requests for missing hours; a row is written when it is asked and completed once when it ends. */
public final class GapRequestRecords {

    private GapRequestRecords() {}

    /** Keeps a request that was made; one that is kept already stays as it is. */
    public static void insert(Handle handle, GapRequest request) {
        handle.execute(
                """
                INSERT INTO gap_request (exchange, station, outlet, command, first_hour, last_hour, wanted, asked_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (exchange) DO NOTHING""",
                request.exchange(),
                request.station().value(),
                request.outlet().value(),
                request.command(),
                request.firstHour().toEpochMilli(),
                request.lastHour().toEpochMilli(),
                request.wanted(),
                request.askedAt().toEpochMilli());
    }

    /** Completes a request; one that has ended stays as it is. */
    public static void end(Handle handle, String exchange, GapRequest.End end) {
        handle.execute(
                "UPDATE gap_request SET outcome = ?, words = ?, came = ?, ended_at = ? WHERE exchange = ? AND ended_at IS NULL",
                end.outcome(),
                end.words(),
                end.came(),
                end.at().toEpochMilli(),
                exchange);
    }

    /** The requests that are under way, oldest first. */
    public static List<GapRequest> open(Handle handle) {
        return handle.createQuery("SELECT * FROM gap_request WHERE ended_at IS NULL ORDER BY asked_at, exchange")
                .map((row, context) -> request(row))
                .list();
    }

    /** The requests that touch hours of an outlet since an instant, oldest first. */
    public static List<GapRequest> of(Handle handle, OutletId outlet, Instant since) {
        return handle.createQuery(
                        """
                        SELECT * FROM gap_request WHERE outlet = ? AND last_hour >= ? ORDER BY asked_at, exchange""")
                .bind(0, outlet.value())
                .bind(1, since.toEpochMilli())
                .map((row, context) -> request(row))
                .list();
    }

    /**
     * Ended requests for hours that brought something and whose minutes were not asked for since, oldest first.
     *
     * @param notReached the outcome of a request that never reached the logger: it does not count as asked
     * @param tries after so many of those nothing is owed any more
     */
    public static List<GapRequest> withoutMinutes(Handle handle, Instant since, String notReached, int tries) {
        return handle.createQuery(
                        """
                        SELECT h.* FROM gap_request h
                        WHERE h.command = 2061 AND h.came > 0 AND h.last_hour >= :since
                          AND NOT EXISTS (SELECT 1 FROM gap_request m WHERE m.command = 2051 AND m.outlet = h.outlet
                            AND m.first_hour = h.first_hour AND m.last_hour = h.last_hour AND m.asked_at >= h.ended_at
                            AND (m.outcome IS NULL OR m.outcome <> :notReached))
                          AND (SELECT COUNT(*) FROM gap_request m WHERE m.command = 2051 AND m.outlet = h.outlet
                            AND m.first_hour = h.first_hour AND m.last_hour = h.last_hour
                            AND m.asked_at >= h.ended_at) < :tries
                        ORDER BY h.asked_at, h.exchange""")
                .bind("since", since.toEpochMilli())
                .bind("notReached", notReached)
                .bind("tries", tries)
                .map((row, context) -> request(row))
                .list();
    }

    /** When a station was asked last. */
    public static Optional<Instant> lastTo(Handle handle, Mn station) {
        return handle.createQuery("SELECT asked_at FROM gap_request WHERE station = ? ORDER BY asked_at DESC LIMIT 1")
                .bind(0, station.value())
                .map((row, context) -> Sql.instant(row, "asked_at"))
                .findOne();
    }

    private static GapRequest request(ResultSet row) throws SQLException {
        Optional<Instant> endedAt = Sql.optionalInstant(row, "ended_at");
        Optional<GapRequest.End> ended = endedAt.isEmpty()
                ? Optional.empty()
                : Optional.of(new GapRequest.End(
                        row.getString("outcome"), row.getString("words"), row.getInt("came"), endedAt.get()));
        return new GapRequest(
                row.getString("exchange"),
                new Mn(row.getString("station")),
                new OutletId(row.getString("outlet")),
                row.getInt("command"),
                Sql.instant(row, "first_hour"),
                Sql.instant(row, "last_hour"),
                row.getInt("wanted"),
                Sql.instant(row, "asked_at"),
                ended);
    }
}
