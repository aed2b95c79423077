package io.stackwatch.gateway.emission;

import io.stackwatch.gateway.records.MigratedFile;
import io.stackwatch.gateway.records.StoreOptions;

final class SqliteTotalAlarmsTest extends TotalAlarmsContract {

    @Override
    StoreOptions fresh() {
        return MigratedFile.sqlite(folder.resolve("records.db"));
    }
}
