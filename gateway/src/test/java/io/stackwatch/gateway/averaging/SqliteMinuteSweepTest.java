package io.stackwatch.gateway.averaging;

import io.stackwatch.gateway.records.StoreOptions;

final class SqliteMinuteSweepTest extends MinuteSweepContract {

    @Override
    StoreOptions fresh() {
        return StoreOptions.sqlite(folder.resolve("records.db"));
    }
}
