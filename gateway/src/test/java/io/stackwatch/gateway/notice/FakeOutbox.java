package io.stackwatch.gateway.notice;

import io.stackwatch.core.notice.Notice;
import io.stackwatch.core.notice.NoticeId;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An outbox in memory; it outlives the dispatchers that are killed. */
final class FakeOutbox implements NoticeOutbox {

    private final Map<NoticeId, Notice> open = new LinkedHashMap<>();
    private final Map<NoticeId, Instant> settled = new LinkedHashMap<>();

    synchronized void queue(Notice notice) {
        if (!settled.containsKey(notice.id())) {
            open.put(notice.id(), notice);
        }
    }

    @Override
    public synchronized List<Notice> open(int limit) {
        return open.values().stream().sorted(Notice.WORST_FIRST).limit(limit).toList();
    }

    @Override
    public synchronized void settle(Collection<NoticeId> notices, Instant at) {
        notices.forEach(id -> {
            open.remove(id);
            settled.putIfAbsent(id, at);
        });
    }

    /** When each was settled. */
    synchronized Map<NoticeId, Instant> settled() {
        return Map.copyOf(settled);
    }
}
