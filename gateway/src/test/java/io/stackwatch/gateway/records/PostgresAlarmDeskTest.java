package io.stackwatch.gateway.records;

import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresAlarmDeskTest extends AlarmDeskContract {

    @RegisterExtension
    static final PostgresCluster POSTGRES = new PostgresCluster();

    @Override
    StoreOptions fresh() {
        return POSTGRES.emptyDatabase("alarms");
    }
}
