package io.stackwatch.gateway.records;

import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresAlarmMigrationTest extends AlarmMigrationContract {

    @RegisterExtension
    static final PostgresCluster POSTGRES = new PostgresCluster();

    @Override
    StoreOptions fresh() {
        return POSTGRES.emptyDatabase("alarms");
    }
}
