package io.stackwatch.gateway.notice;

import io.stackwatch.core.notice.Notice;
import io.stackwatch.gateway.notice.QueuedNotices.Queued;
import io.stackwatch.gateway.records.MigratedFile;
import io.stackwatch.gateway.records.RecordStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What is queued is a list here; what is settled is in SQLite. */
class SqliteNoticeOutboxTest extends NoticeOutboxContract {

    @TempDir
    Path folder;

    private final List<Queued> queued = new ArrayList<>();
    private RecordStore store;
    private NoticeOutbox outbox;

    @BeforeEach
    void open() {
        store = RecordStore.open(MigratedFile.sqlite(folder.resolve("records.db")));
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
