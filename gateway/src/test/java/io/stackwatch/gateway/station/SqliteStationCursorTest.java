package io.stackwatch.gateway.station;

import io.stackwatch.gateway.records.StoreOptions;

final class SqliteStationCursorTest extends StationCursorContract {

    @Override
    StoreOptions fresh() {
        return fresh("records");
    }

    @Override
    StoreOptions fresh(String name) {
        return StoreOptions.sqlite(folder.resolve(name + ".db"));
    }
}
