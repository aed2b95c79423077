package io.stackwatch.gateway.access;

import io.stackwatch.gateway.records.PostgresCluster;
import io.stackwatch.gateway.records.StoreOptions;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresAccessTest extends AccessContract {

    @RegisterExtension
    static final PostgresCluster POSTGRES = new PostgresCluster();

    @Override
    StoreOptions fresh() {
        return POSTGRES.freshDatabase("access");
    }
}
