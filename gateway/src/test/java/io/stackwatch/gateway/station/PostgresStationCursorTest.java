package io.stackwatch.gateway.station;

import io.stackwatch.gateway.records.PostgresCluster;
import io.stackwatch.gateway.records.StoreOptions;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresStationCursorTest extends StationCursorContract {

    @RegisterExtension
    static final PostgresCluster POSTGRES = new PostgresCluster();

    @Override
    StoreOptions fresh() {
        return fresh("stations");
    }

    @Override
    StoreOptions fresh(String name) {
        return POSTGRES.freshDatabase(name);
    }
}
