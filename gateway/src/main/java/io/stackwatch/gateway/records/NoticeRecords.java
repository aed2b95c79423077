package io.stackwatch.gateway.records;

import io.stackwatch.core.alarm.AlarmLevel;
import io.stackwatch.core.notice.Address;
import io.stackwatch.core.notice.ChannelName;
import io.stackwatch.core.notice.Notice;
import io.stackwatch.core.notice.NoticeFact;
import io.stackwatch.core.notice.NoticeId;
import io.stackwatch.core.notice.NoticeSubject;
import io.stackwatch.core.notice.NoticeText;
import io.stackwatch.core.notice.Recipient;
import io.stackwatch.core.notice.RecipientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The outbox: what people are to be told, in the order in which it was decided. A notice is written once and stays as it is. */
public final class NoticeRecords {

    private NoticeRecords() {}

    /**
     * A notice in the outbox.
     *
     * @param number its place, from 1, increasing; a channel continues behind the last one that it saw
     * @param notice what is told to whom
     * @param words key of the text
     * @param why what made it due
     * @param group with which others it is told; empty text outside of a group
     * @param level the step of escalation, -1 outside of one
     */
    public record Row(long number, Notice notice, String words, String why, String group, int level) {}

    /** Keeps a notice; false if there is one of this identity. The number of the row is not used. */
    public static boolean add(Handle handle, Notice notice, String words, String why, String group, int level) {
        return handle.execute(
                        """
                        INSERT INTO notice (id, number, subject_kind, subject, severity, recipient, addresses, words, title,
                          body, facts, why, group_key, level, queued_at)
                        VALUES (?, (SELECT COALESCE(MAX(number), 0) + 1 FROM notice), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (id) DO NOTHING""",
                        notice.id().value(),
                        notice.subject().kind().name(),
                        notice.subject().id(),
                        notice.severity().name(),
                        notice.recipient().id().value(),
                        lines(notice.recipient().addresses().stream()
                                .map(address -> List.of(address.channel().value(), address.at()))
                                .toList()),
                        words,
                        notice.text().title(),
                        notice.text().body(),
                        lines(notice.text().facts().stream()
                                .map(fact -> List.of(fact.key(), fact.label(), fact.value()))
                                .toList()),
                        why,
                        group,
                        level,
                        notice.queuedAt().toEpochMilli())
                == 1;
    }

    /** Whether there is a notice of an identity. */
    public static boolean has(Handle handle, NoticeId id) {
        return find(handle, id).isPresent();
    }

    /** One notice. */
    public static Optional<Row> find(Handle handle, NoticeId id) {
        return handle.createQuery("SELECT * FROM notice WHERE id = ?")
                .bind(0, id.value())
                .map((row, context) -> row(row))
                .findOne();
    }

    /** Notices behind a number, in order. */
    public static List<Row> after(Handle handle, long number, int limit) {
        return handle.createQuery("SELECT * FROM notice WHERE number > ? ORDER BY number LIMIT ?")
                .bind(0, number)
                .bind(1, limit)
                .map((row, context) -> row(row))
                .list();
    }

    /** Notices about a subject, oldest first. */
    public static List<Row> of(Handle handle, NoticeSubject subject) {
        return handle.createQuery("SELECT * FROM notice WHERE subject_kind = ? AND subject = ? ORDER BY number")
                .bind(0, subject.kind().name())
                .bind(1, subject.id())
                .map((row, context) -> row(row))
                .list();
    }

    /** The gravest level at which somebody was told of a group in a step; empty if they were not. */
    public static Optional<AlarmLevel> gravest(Handle handle, String group, int level, RecipientId recipient) {
        return handle
                .createQuery("SELECT severity FROM notice WHERE group_key = ? AND recipient = ? AND level = ?")
                .bind(0, group)
                .bind(1, recipient.value())
                .bind(2, level)
                .mapTo(String.class)
                .list()
                .stream()
                .map(AlarmLevel::valueOf)
                .reduce(AlarmLevel::or);
    }

    private static Row row(ResultSet row) throws SQLException {
        List<Address> addresses = new ArrayList<>();
        for (List<String> address : cells(row.getString("addresses"))) {
            addresses.add(new Address(new ChannelName(address.get(0)), address.get(1)));
        }
        List<NoticeFact> facts = new ArrayList<>();
        for (List<String> fact : cells(row.getString("facts"))) {
            facts.add(new NoticeFact(fact.get(0), fact.get(1), fact.get(2)));
        }
        return new Row(
                row.getLong("number"),
                new Notice(
                        new NoticeId(row.getString("id")),
                        NoticeSubject.of(
                                NoticeSubject.Kind.valueOf(row.getString("subject_kind")), row.getString("subject")),
                        AlarmLevel.valueOf(row.getString("severity")),
                        new Recipient(new RecipientId(row.getString("recipient")), addresses),
                        new NoticeText(row.getString("title"), row.getString("body"), facts),
                        Sql.instant(row, "queued_at")),
                row.getString("words"),
                row.getString("why"),
                row.getString("group_key"),
                row.getInt("level"));
    }

    private static String lines(List<List<String>> rows) {
        return rows.stream()
                .map(cells -> cells.stream()
                        .map(cell -> cell.replaceAll("\\p{Cntrl}+", " "))
                        .collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
    }

    private static List<List<String>> cells(String text) {
        return text.isEmpty()
                ? List.of()
                : text.lines().map(line -> List.of(line.split("\t", -1))).toList();
    }
}
