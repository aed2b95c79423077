package io.stackwatch.connectors.opcua.client;

import io.stackwatch.connectors.arrival.Arrived;
import io.stackwatch.connectors.arrival.Connector;
import io.stackwatch.connectors.arrival.ConnectorContract;
import io.stackwatch.connectors.opcua.batch.BatchCodec;
import io.stackwatch.connectors.opcua.batch.Recollection;
import io.stackwatch.connectors.opcua.plant.Plant;
import io.stackwatch.connectors.opcua.source.Rhythm;
import io.stackwatch.connectors.opcua.source.SourceSettings;
import io.stackwatch.connectors.opcua.source.SourceState;
import io.stackwatch.connectors.opcua.trust.TrustStore;
import io.stackwatch.core.registry.Mn;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** The OPC UA client keeps the promises of a connector; it offers itself again what was refused. */
class OpcUaConnectorTest extends ConnectorContract {

    @TempDir
    private Path folder;

    @Override
    protected Field open() throws Exception {
        return new PlantField(folder);
    }

    private static final class PlantField implements Field {

        private final Plant plant = new Plant("SO2").start();
        private final OpcUaConnector connector;

        PlantField(Path folder) throws IOException {
            TrustStore trust = TrustStore.open(folder, "urn:stackwatch:test:client", Instant.now());
            Rhythm quick = new Rhythm(Duration.ofMillis(50), Duration.ofMillis(50), 100, 4, 600);
            connector = new OpcUaConnector(
                    List.of(SourceSettings.of(new Mn("B01"), plant.url(), plant.monitored())
                            .withRhythm(quick)),
                    ClientOptions.defaults(),
                    trust,
                    id -> new Recollection(),
                    Clock.systemUTC());
        }

        @Override
        public Connector connector() {
            return connector;
        }

        @Override
        public void send(int number) {
            long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (connector.statuses().get(0).state() != SourceState.CONNECTED) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError(connector.statuses().toString());
                }
                Thread.onSpinWait();
            }
            plant.set("SO2", number, Instant.now());
        }

        @Override
        public List<Integer> numbers(Arrived arrival) {
            return BatchCodec.decode(arrival.bytes()).batch().orElseThrow().values().stream()
                    .flatMap(value -> value.value()
                            .match(
                                    numeric -> Stream.of(numeric.decimal().intValueExact()),
                                    text -> Stream.<Integer>empty(),
                                    truth -> Stream.<Integer>empty(),
                                    other -> Stream.<Integer>empty(),
                                    Stream::<Integer>empty))
                    .toList();
        }

        @Override
        public int bound() {
            return 1;
        }

        @Override
        public boolean sendsAgain() {
            return true;
        }

        @Override
        public void close() {
            plant.close();
        }
    }
}
