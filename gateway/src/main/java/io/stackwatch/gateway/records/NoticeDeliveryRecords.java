package io.stackwatch.gateway.records;

import io.stackwatch.core.notice.ChannelName;
import io.stackwatch.core.notice.Delivery;
import io.stackwatch.core.notice.DeliveryFault;
import io.stackwatch.core.notice.DeliveryState;
import io.stackwatch.core.notice.NoticeId;
import io.stackwatch.core.notice.Receipt;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** What became of notices. Rows are only ever added. */
public final class NoticeDeliveryRecords {

    /** Fewer than the variables that a statement may have anywhere. */
    private static final int AT_ONCE = 500;

    private NoticeDeliveryRecords() {}

    /** Adds rows in this order. */
    public static void add(Handle handle, List<Delivery> rows) {
        long number = handle.createQuery("SELECT COALESCE(MAX(number), 0) FROM notice_delivery")
                .mapTo(Long.class)
                .one();
        try (RowBatch batch = new RowBatch(
                handle,
                """
                INSERT INTO notice_delivery (number, notice, channel, message, attempt, state, fault, reference, at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            for (Delivery row : rows) {
                number++;
                batch.add(
                        number,
                        row.notice().value(),
                        row.channel().value(),
                        row.message().value(),
                        row.attempt(),
                        row.receipt().state().name(),
                        row.receipt().fault().map(Enum::name).orElse(""),
                        row.receipt().reference(),
                        row.at().toEpochMilli());
            }
            batch.execute();
        }
    }

    /** The rows of these notices, each notice's in the order in which they were added. */
    public static Map<NoticeId, List<Delivery>> of(Handle handle, Collection<NoticeId> notices) {
        Map<NoticeId, List<Delivery>> rows = new HashMap<>();
        List<String> ids = notices.stream().map(NoticeId::value).toList();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            handle.createQuery("SELECT * FROM notice_delivery WHERE notice IN (<ids>) ORDER BY number")
                    .bindList("ids", ids.subList(from, Math.min(ids.size(), from + AT_ONCE)))
                    .map(NoticeDeliveryRecords::row)
                    .list()
                    .forEach(row -> rows.computeIfAbsent(row.notice(), id -> new ArrayList<>())
                            .add(row));
        }
        return rows;
    }

    /** When messages were handed to each channel behind a moment; once for all notices of a message. */
    public static Map<ChannelName, List<Instant>> handedOver(Handle handle, Instant behind) {
        Map<ChannelName, List<Instant>> moments = new HashMap<>();
        handle.createQuery(
                        """
                        SELECT DISTINCT channel, message, at FROM notice_delivery
                        WHERE at > ? AND state = 'QUEUED' AND attempt > 0 ORDER BY at""")
                .bind(0, behind.toEpochMilli())
                .map((row, context) -> Map.entry(new ChannelName(row.getString("channel")), Sql.instant(row, "at")))
                .list()
                .forEach(one -> moments.computeIfAbsent(one.getKey(), name -> new ArrayList<>())
                        .add(one.getValue()));
        return moments;
    }

    private static Delivery row(ResultSet row, StatementContext context) throws SQLException {
        String fault = row.getString("fault");
        DeliveryState state = DeliveryState.valueOf(row.getString("state"));
        Receipt receipt = new Receipt(
                state,
                fault.isEmpty() ? Optional.empty() : Optional.of(DeliveryFault.valueOf(fault)),
                row.getString("reference"));
        return new Delivery(
                new NoticeId(row.getString("notice")),
                new ChannelName(row.getString("channel")),
                new NoticeId(row.getString("message")),
                row.getInt("attempt"),
                receipt,
                Sql.instant(row, "at"));
    }
}
