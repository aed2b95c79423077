package io.stackwatch.gateway.audit;

import io.stackwatch.gateway.records.StoreOptions;

final class SqliteStoredAuditTest extends StoredAuditContract {

    @Override
    StoreOptions fresh() {
        return StoreOptions.sqlite(folder.resolve("records.db"));
    }
}
