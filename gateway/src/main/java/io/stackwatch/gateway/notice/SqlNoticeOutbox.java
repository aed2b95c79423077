package io.stackwatch.gateway.notice;

import io.stackwatch.core.notice.Notice;
import io.stackwatch.core.notice.NoticeId;
import io.stackwatch.gateway.notice.QueuedNotices.Queued;
import io.stackwatch.gateway.records.NoticeSettledRecords;
import io.stackwatch.gateway.records.RecordStore;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The outbox over the notices in the SQL store. Open ones are held in memory; settled ones are rows, and a place beside them
 * says from where a start must read.
 */
public final class SqlNoticeOutbox implements NoticeOutbox {

    private static final int PAGE = 1_000;
    private static final long NOT_READ = -1;

    private final RecordStore store;
    private final QueuedNotices queued;
    private final TreeMap<Long, Notice> open = new TreeMap<>();
    private final Map<NoticeId, Long> numbers = new HashMap<>();
    private long read = NOT_READ;

    public SqlNoticeOutbox(RecordStore store, QueuedNotices queued) {
        this.store = store;
        this.queued = queued;
    }

    @Override
    public synchronized List<Notice> open(int limit) {
        readOn();
        return open.values().stream().sorted(Notice.WORST_FIRST).limit(limit).toList();
    }

    @Override
    public synchronized void settle(Collection<NoticeId> notices, Instant at) {
        TreeMap<Long, Notice> left = new TreeMap<>(open);
        notices.forEach(id -> left.remove(numbers.getOrDefault(id, NOT_READ)));
        long place = left.isEmpty() ? read : left.firstKey() - 1;
        store.write(handle -> {
            NoticeSettledRecords.add(handle, notices, at);
            if (place > NoticeSettledRecords.place(handle)) {
                NoticeSettledRecords.move(handle, place);
            }
            return true;
        });
        for (NoticeId id : notices) {
            Long number = numbers.remove(id);
            if (number != null) {
                open.remove(number);
            }
        }
    }

    private void readOn() {
        if (read == NOT_READ) {
            read = store.read(NoticeSettledRecords::place);
        }
        int got;
        do {
            List<Queued> page = store.read(handle -> queued.behind(handle, read, PAGE));
            List<NoticeId> ids = page.stream().map(one -> one.notice().id()).toList();
            Set<NoticeId> settled =
                    ids.isEmpty() ? Set.of() : store.read(handle -> NoticeSettledRecords.among(handle, ids));
            for (Queued one : page) {
                if (!settled.contains(one.notice().id())) {
                    open.put(one.number(), one.notice());
                    numbers.put(one.notice().id(), one.number());
                }
                read = one.number();
            }
            got = page.size();
        } while (got == PAGE);
    }
}
