package io.stackwatch.gateway.averaging;

import io.stackwatch.gateway.records.MigratedFile;
import io.stackwatch.gateway.records.StoreOptions;

final class SqliteMinuteSweepTest extends MinuteSweepContract {

    @Override
    StoreOptions fresh() {
        return MigratedFile.sqlite(folder.resolve("records.db"));
    }
}
