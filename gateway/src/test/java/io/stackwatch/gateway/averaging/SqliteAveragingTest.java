package io.stackwatch.gateway.averaging;

import io.stackwatch.gateway.records.StoreOptions;

final class SqliteAveragingTest extends AveragingContract {

    @Override
    StoreOptions fresh() {
        return StoreOptions.sqlite(folder.resolve("records.db"));
    }
}
