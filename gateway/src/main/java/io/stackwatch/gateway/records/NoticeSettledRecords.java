package io.stackwatch.gateway.records;

import io.stackwatch.core.notice.NoticeId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Which notices need no more, and up to which number all of them do not. */
public final class NoticeSettledRecords {

    /** Fewer than the variables that a statement may have anywhere. */
    private static final int AT_ONCE = 500;

    private static final String PLACE = "outbox";

    private NoticeSettledRecords() {}

    /** Keeps that these need no more; one that is kept already stays as it is. */
    public static void add(Handle handle, Collection<NoticeId> notices, Instant at) {
        try (RowBatch batch = new RowBatch(
                handle, "INSERT INTO notice_settled (notice, at) VALUES (?, ?) ON CONFLICT (notice) DO NOTHING")) {
            for (NoticeId notice : notices) {
                batch.add(notice.value(), at.toEpochMilli());
            }
            batch.execute();
        }
    }

    /** Those of these notices that need no more. */
    public static Set<NoticeId> among(Handle handle, Collection<NoticeId> notices) {
        Set<NoticeId> settled = new HashSet<>();
        List<String> ids = notices.stream().map(NoticeId::value).toList();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            handle.createQuery("SELECT notice FROM notice_settled WHERE notice IN (<ids>)")
                    .bindList("ids", ids.subList(from, Math.min(ids.size(), from + AT_ONCE)))
                    .mapTo(String.class)
                    .list()
                    .forEach(id -> settled.add(new NoticeId(id)));
        }
        return settled;
    }

    /** The number up to which every notice is settled; 0 before the first. */
    public static long place(Handle handle) {
        return handle.createQuery("SELECT number FROM notice_settled_place WHERE name = ?")
                .bind(0, PLACE)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    /** Moves that number. */
    public static void move(Handle handle, long number) {
        handle.execute(
                """
                INSERT INTO notice_settled_place (name, number) VALUES (?, ?)
                ON CONFLICT (name) DO UPDATE SET number = excluded.number""",
                PLACE,
                number);
    }
}
