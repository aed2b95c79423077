package io.stackwatch.gateway.emission;

import io.stackwatch.gateway.records.MigratedFile;
import io.stackwatch.gateway.records.StoreOptions;

final class SqliteEmissionDeskTest extends EmissionDeskContract {

    @Override
    StoreOptions fresh() {
        return MigratedFile.sqlite(folder.resolve("records.db"));
    }
}
