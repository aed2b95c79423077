package io.stackwatch.gateway.notice;

import io.stackwatch.core.notice.Notice;
import io.stackwatch.gateway.notice.QueuedNotices.Queued;
import io.stackwatch.gateway.records.PostgresCluster;
import io.stackwatch.gateway.records.RecordStore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is queued is a list here; what is settled is in PostgreSQL. */
class PostgresNoticeOutboxTest extends NoticeOutboxContract {

    @RegisterExtension
    static final PostgresCluster POSTGRES = new PostgresCluster();

    private final List<Queued> queued = new ArrayList<>();
    private RecordStore store;
    private NoticeOutbox outbox;

    @BeforeEach
    void open() {
        store = RecordStore.open(POSTGRES.freshDatabase("outbox"));
        outbox = reopened();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    NoticeOutbox outbox() {
        return outbox;
    }

    @Override
    void queue(Notice notice) {
        queued.add(new Queued(queued.size() + 1L, notice));
    }

    @Override
    NoticeOutbox reopened() {
        return new SqlNoticeOutbox(store, (handle, number, limit) -> queued.stream()
                .filter(one -> one.number() > number)
                .limit(limit)
                .toList());
    }
}
