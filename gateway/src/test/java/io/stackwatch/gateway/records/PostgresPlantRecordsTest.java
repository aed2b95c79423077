package io.stackwatch.gateway.records;

import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresPlantRecordsTest extends PlantRecordsContract {

    @RegisterExtension
    static final PostgresCluster POSTGRES = new PostgresCluster();

    @Override
    StoreOptions fresh() {
        return POSTGRES.freshDatabase("plants");
    }
}
