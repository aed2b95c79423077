package io.stackwatch.gateway.averaging;

import io.stackwatch.gateway.records.PostgresCluster;
import io.stackwatch.gateway.records.StoreOptions;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresMinuteSweepTest extends MinuteSweepContract {

    @RegisterExtension
    static final PostgresCluster POSTGRES = new PostgresCluster();

    @Override
    StoreOptions fresh() {
        return POSTGRES.freshDatabase("sweep");
    }
}
