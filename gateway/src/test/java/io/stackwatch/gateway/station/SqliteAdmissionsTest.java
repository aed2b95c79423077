package io.stackwatch.gateway.station;

import io.stackwatch.gateway.records.MigratedFile;
import io.stackwatch.gateway.records.StoreOptions;

final class SqliteAdmissionsTest extends AdmissionsContract {

    @Override
    StoreOptions fresh() {
        return MigratedFile.sqlite(folder.resolve("records.db"));
    }
}
