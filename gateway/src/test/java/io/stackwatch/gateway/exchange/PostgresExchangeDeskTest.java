package io.stackwatch.gateway.exchange;

import io.stackwatch.gateway.records.PostgresCluster;
import io.stackwatch.gateway.records.StoreOptions;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresExchangeDeskTest extends ExchangeDeskContract {

    @RegisterExtension
    static final PostgresCluster POSTGRES = new PostgresCluster();

    @Override
    StoreOptions fresh() {
        return POSTGRES.freshDatabase("exchange");
    }
}
