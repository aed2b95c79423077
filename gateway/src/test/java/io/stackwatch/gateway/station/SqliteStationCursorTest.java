package io.stackwatch.gateway.station;

import io.stackwatch.gateway.records.MigratedFile;
import io.stackwatch.gateway.records.StoreOptions;

final class SqliteStationCursorTest extends StationCursorContract {

    @Override
    StoreOptions fresh() {
        return fresh("records");
    }

    @Override
    StoreOptions fresh(String name) {
        return MigratedFile.sqlite(folder.resolve(name + ".db"));
    }
}
