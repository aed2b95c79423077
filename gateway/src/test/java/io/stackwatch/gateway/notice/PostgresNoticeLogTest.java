package io.stackwatch.gateway.notice;

import io.stackwatch.gateway.records.PostgresCluster;
import io.stackwatch.gateway.records.RecordStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresNoticeLogTest extends NoticeLogContract {

    @RegisterExtension
    static final PostgresCluster POSTGRES = new PostgresCluster();

    private RecordStore store;

    @BeforeEach
    void open() {
        store = RecordStore.open(POSTGRES.freshDatabase("notice"));
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
