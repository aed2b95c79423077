package io.stackwatch.gateway.audit;

import io.stackwatch.gateway.records.PostgresCluster;
import io.stackwatch.gateway.records.StoreOptions;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresClerkTest extends ClerkContract {

    @RegisterExtension
    static final PostgresCluster POSTGRES = new PostgresCluster();

    @Override
    StoreOptions fresh() {
        return POSTGRES.freshDatabase("months");
    }
}
