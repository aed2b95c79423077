package io.stackwatch.gateway.notice;

import io.stackwatch.gateway.records.MigratedFile;
import io.stackwatch.gateway.records.RecordStore;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteNoticeLogTest extends NoticeLogContract {

    @TempDir
    Path folder;

    private RecordStore store;

    @BeforeEach
    void open() {
        store = RecordStore.open(MigratedFile.sqlite(folder.resolve("records.db")));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    NoticeLog log() {
        return new SqlNoticeLog(store);
    }
}
