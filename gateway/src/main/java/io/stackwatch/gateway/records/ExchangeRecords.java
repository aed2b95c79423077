package io.stackwatch.gateway.records;

import io.stackwatch.connectors.hj212.exchange.AnswerPattern;
import io.stackwatch.connectors.hj212.exchange.Deviation;
import io.stackwatch.connectors.hj212.exchange.Exchange;
import io.stackwatch.connectors.hj212.exchange.ExchangeId;
import io.stackwatch.connectors.hj212.exchange.ExchangeOrder;
import io.stackwatch.connectors.hj212.exchange.ExchangeState;
import io.stackwatch.connectors.hj212.exchange.ExchangeTerms;
import io.stackwatch.connectors.hj212.exchange.Priority;
import io.stackwatch.connectors.hj212.exchange.RequestItem;
import io.stackwatch.connectors.hj212.session.StationProfile.Edition;
import io.stackwatch.core.registry.Mn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Exchanges as their events leave them. */
public final class ExchangeRecords {

    private ExchangeRecords() {}

    /** The number that the next exchange gets. */
    public static ExchangeId nextId(Handle handle) {
        return new ExchangeId(handle.createQuery("SELECT COALESCE(MAX(id), 0) + 1 FROM exchange")
                .mapTo(Long.class)
                .one());
    }

    /** The greatest request number that a station was asked with. */
    public static Optional<String> lastQn(Handle handle, Mn station) {
        return handle.createQuery("SELECT MAX(qn) AS qn FROM exchange WHERE station = ?")
                .bind(0, station.value())
                .map((row, context) -> Sql.optionalText(row, "qn"))
                .one();
    }

    /** Keeps a new exchange. */
    public static void insert(Handle handle, Exchange exchange) {
        ExchangeOrder order = exchange.order();
        ExchangeTerms terms = exchange.terms();
        handle.execute(
                """
                INSERT INTO exchange (id, station, qn, system_code, command, content, ordered_by, reason, priority, edition,
                  pattern, two_people, patience, answer_within, resends, result_within, longest, state, ordered_at, expires_at,
                  attempts, sent_at, due_at, data_frames, answer_code, result_code, deviations, ended_at, version, packet)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?, 0, NULL, NULL, '', NULL, ?,
                  NULL)""",
                exchange.id().value(),
                order.station().value(),
                exchange.qn(),
                order.systemCode(),
                order.command(),
                content(order.content()),
                order.by(),
                order.reason(),
                order.priority().name(),
                terms.edition().name(),
                terms.pattern().name(),
                terms.twoPeople() ? 1 : 0,
                terms.patience().toMillis(),
                terms.answerWithin().toMillis(),
                terms.resends(),
                terms.resultWithin().toMillis(),
                terms.longest().toMillis(),
                exchange.state().name(),
                exchange.orderedAt().toEpochMilli(),
                exchange.expiresAt().toEpochMilli(),
                exchange.attempts(),
                Sql.millis(exchange.dueAt()),
                exchange.version());
    }

    /** Keeps what became of an exchange; fails if it is not the version that the change was made of. */
    public static void update(Handle handle, Exchange exchange) {
        int updated = handle.execute(
                """
                UPDATE exchange SET state = ?, expires_at = ?, attempts = ?, sent_at = ?, due_at = ?, data_frames = ?,
                  answer_code = ?, result_code = ?, deviations = ?, ended_at = ?, version = ?
                WHERE id = ? AND version = ?""",
                exchange.state().name(),
                exchange.expiresAt().toEpochMilli(),
                exchange.attempts(),
                Sql.millis(exchange.sentAt()),
                Sql.millis(exchange.dueAt()),
                exchange.dataFrames(),
                exchange.answer().orElse(null),
                exchange.result().orElse(null),
                exchange.deviations().stream().sorted().map(Enum::name).collect(Collectors.joining(" ")),
                Sql.millis(exchange.endedAt()),
                exchange.version(),
                exchange.id().value(),
                exchange.version() - 1);
        if (updated != 1) {
            throw new IllegalStateException(
                    "exchange " + exchange.id() + " is not in version " + (exchange.version() - 1) + " any more");
        }
    }

    /** The bytes that are sent, once they are fixed. */
    public static Optional<byte[]> packet(Handle handle, ExchangeId id) {
        return handle.createQuery("SELECT packet FROM exchange WHERE id = ?")
                .bind(0, id.value())
                .map((row, context) -> Sql.optionalText(row, "packet"))
                .findOne()
                .flatMap(text -> text.map(HexFormat.of()::parseHex));
    }

    /** Fixes the bytes that are sent. */
    public static void keepPacket(Handle handle, ExchangeId id, byte[] packet) {
        handle.execute(
                "UPDATE exchange SET packet = ? WHERE id = ?", HexFormat.of().formatHex(packet), id.value());
    }

    /** One exchange. */
    public static Optional<Exchange> find(Handle handle, ExchangeId id) {
        return handle.createQuery("SELECT * FROM exchange WHERE id = ?")
                .bind(0, id.value())
                .map((row, context) -> exchange(row))
                .findOne();
    }

    /** The exchange of a station with this request number, open or ended. */
    public static Optional<Exchange> withQn(Handle handle, Mn station, String qn) {
        return handle.createQuery("SELECT * FROM exchange WHERE station = ? AND qn = ?")
                .bind(0, station.value())
                .bind(1, qn)
                .map((row, context) -> exchange(row))
                .findOne();
    }

    /** A station's open exchanges, in order. */
    public static List<Exchange> open(Handle handle, Mn station) {
        return handle.createQuery("SELECT * FROM exchange WHERE station = ? AND ended_at IS NULL ORDER BY id")
                .bind(0, station.value())
                .map((row, context) -> exchange(row))
                .list();
    }

    /** All open exchanges, in order. */
    public static List<Exchange> open(Handle handle) {
        return handle.createQuery("SELECT * FROM exchange WHERE ended_at IS NULL ORDER BY id")
                .map((row, context) -> exchange(row))
                .list();
    }

    /** Stations that have open exchanges. */
    public static Set<Mn> stationsWithOpen(Handle handle) {
        return handle.createQuery("SELECT DISTINCT station FROM exchange WHERE ended_at IS NULL")
                .map((row, context) -> new Mn(row.getString("station")))
                .set();
    }

    /** Stations for which something waits to be sent. */
    public static Set<Mn> stationsToSendTo(Handle handle) {
        return handle.createQuery(
                        """
                        SELECT DISTINCT station FROM exchange
                        WHERE ended_at IS NULL AND state IN ('QUEUED', 'RESENDING')""")
                .map((row, context) -> new Mn(row.getString("station")))
                .set();
    }

    /** Open exchanges whose deadline has come, in order, at most so many. */
    public static List<Exchange> due(Handle handle, Instant now, int limit) {
        return handle.createQuery(
                        "SELECT * FROM exchange WHERE ended_at IS NULL AND due_at <= ? ORDER BY due_at, id LIMIT ?")
                .bind(0, now.toEpochMilli())
                .bind(1, limit)
                .map((row, context) -> exchange(row))
                .list();
    }

    /** Exchanges that were never sent and whose time to be released or sent is over, in order, at most so many. */
    public static List<Exchange> expired(Handle handle, Instant now, int limit) {
        return handle.createQuery(
                        """
                        SELECT * FROM exchange
                        WHERE ended_at IS NULL AND state IN ('ORDERED', 'QUEUED') AND due_at <= ?
                        ORDER BY due_at, id LIMIT ?""")
                .bind(0, now.toEpochMilli())
                .bind(1, limit)
                .map((row, context) -> exchange(row))
                .list();
    }

    /** How many exchanges are open, by state. */
    public static Map<ExchangeState, Integer> countOpen(Handle handle) {
        Map<ExchangeState, Integer> counts = new EnumMap<>(ExchangeState.class);
        handle.createQuery("SELECT state, COUNT(*) AS many FROM exchange WHERE ended_at IS NULL GROUP BY state")
                .map((row, context) -> counts.put(ExchangeState.valueOf(row.getString("state")), row.getInt("many")))
                .list();
        return counts;
    }

    /**
     * Exchanges, newest first.
     *
     * @param station only of this station
     * @param state only in this state
     * @param below only with a lower number
     */
    public static List<Exchange> list(
            Handle handle, Optional<Mn> station, Optional<ExchangeState> state, Optional<Long> below, int limit) {
        StringBuilder text = new StringBuilder("SELECT * FROM exchange WHERE 1 = 1");
        station.ifPresent(mn -> text.append(" AND station = :station"));
        state.ifPresent(wanted -> text.append(" AND state = :state"));
        below.ifPresent(id -> text.append(" AND id < :below"));
        Query query = handle.createQuery(text.append(" ORDER BY id DESC LIMIT :limit"))
                .bind("limit", limit);
        station.ifPresent(mn -> query.bind("station", mn.value()));
        state.ifPresent(wanted -> query.bind("state", wanted.name()));
        below.ifPresent(id -> query.bind("below", id));
        return query.map((row, context) -> exchange(row)).list();
    }

    private static Exchange exchange(ResultSet row) throws SQLException {
        ExchangeOrder order = new ExchangeOrder(
                new Mn(row.getString("station")),
                row.getString("system_code"),
                row.getInt("command"),
                items(row.getString("content")),
                row.getString("ordered_by"),
                row.getString("reason"),
                Priority.valueOf(row.getString("priority")));
        ExchangeTerms terms = new ExchangeTerms(
                Edition.valueOf(row.getString("edition")),
                AnswerPattern.valueOf(row.getString("pattern")),
                row.getInt("two_people") == 1,
                Duration.ofMillis(row.getLong("patience")),
                Duration.ofMillis(row.getLong("answer_within")),
                row.getInt("resends"),
                Duration.ofMillis(row.getLong("result_within")),
                Duration.ofMillis(row.getLong("longest")));
        return new Exchange(
                new ExchangeId(row.getLong("id")),
                row.getString("qn"),
                order,
                terms,
                ExchangeState.valueOf(row.getString("state")),
                Sql.instant(row, "ordered_at"),
                Sql.instant(row, "expires_at"),
                row.getInt("attempts"),
                Sql.optionalInstant(row, "sent_at"),
                Sql.optionalInstant(row, "due_at"),
                row.getInt("data_frames"),
                Sql.optionalNumber(row, "answer_code"),
                Sql.optionalNumber(row, "result_code"),
                deviations(row.getString("deviations")),
                Sql.optionalInstant(row, "ended_at"),
                row.getInt("version"));
    }

    private static Set<Deviation> deviations(String text) {
        EnumSet<Deviation> deviations = EnumSet.noneOf(Deviation.class);
        if (!text.isEmpty()) {
            Arrays.stream(text.split(" ", -1)).map(Deviation::valueOf).forEach(deviations::add);
        }
        return deviations;
    }

    /** Neither names nor values have semicolons or equals signs: they would break the packet. */
    private static String content(List<RequestItem> items) {
        return items.stream().map(item -> item.name() + "=" + item.value()).collect(Collectors.joining(";"));
    }

    private static List<RequestItem> items(String text) {
        List<RequestItem> items = new ArrayList<>();
        if (!text.isEmpty()) {
            for (String item : text.split(";", -1)) {
                int equals = item.indexOf('=');
                items.add(new RequestItem(item.substring(0, equals), item.substring(equals + 1)));
            }
        }
        return items;
    }
}
