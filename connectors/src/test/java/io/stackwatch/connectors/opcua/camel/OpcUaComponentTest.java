package io.stackwatch.connectors.opcua.camel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.connectors.arrival.NotKept;
import io.stackwatch.connectors.arrival.Outcome;
import io.stackwatch.connectors.opcua.batch.Batch;
import io.stackwatch.connectors.opcua.batch.Recollection;
import io.stackwatch.connectors.opcua.client.ClientOptions;
import io.stackwatch.connectors.opcua.client.OpcUaArrival;
import io.stackwatch.connectors.opcua.client.OpcUaConnector;
import io.stackwatch.connectors.opcua.plant.Plant;
import io.stackwatch.connectors.opcua.source.SourceSettings;
import io.stackwatch.connectors.opcua.trust.TrustStore;
import io.stackwatch.core.registry.Mn;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.AsyncProcessorSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpcUaComponentTest {

    @TempDir
    private Path folder;

    private final Plant plant = new Plant("SO2").start();
    private final CamelContext camel = new DefaultCamelContext();
    private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>();

    @AfterEach
    void stop() {
        camel.stop();
        plant.close();
    }

    @Test
    void aBatchIsDurableWhenItsExchangeIsDoneAndComesAgainWhenThatFailed() throws Exception {
        plant.set("SO2", 12.3f, Instant.now());
        start();
        Waiting first = next();
        OpcUaArrival arrival = first.exchange().getIn().getBody(OpcUaArrival.class);
        assertEquals("kind=RESUMED how=STARTED", arrival.detail());
        assertEquals("B01", arrival.mn().orElseThrow().value());
        first.exchange().setException(new NotKept(Outcome.Refusal.OVERLOADED));
        first.callback().done(false);
        Waiting again = next();
        assertEquals(
                arrival.batch(),
                again.exchange().getIn().getBody(OpcUaArrival.class).batch());
        again.callback().done(false);
        Batch.Live values = (Batch.Live)
                next().exchange().getIn().getBody(OpcUaArrival.class).batch();
        assertEquals(1, values.values().size());
    }

    @Test
    void anAddressWithoutAConnectorSaysWhatIsMissing() {
        Exception nothing = assertThrows(Exception.class, () -> camel.getEndpoint("opcua:plants"));
        assertTrue(nothing.getCause().getMessage().contains("connector=#"), String.valueOf(nothing.getCause()));
    }

    private void start() throws Exception {
        camel.getRegistry()
                .bind(
                        "plants",
                        new OpcUaConnector(
                                List.of(SourceSettings.of(new Mn("B01"), plant.url(), plant.monitored())),
                                ClientOptions.defaults(),
                                TrustStore.open(folder, "urn:stackwatch:test:client", Instant.now()),
                                id -> new Recollection(),
                                Clock.systemUTC()));
        AsyncProcessor keeper = new AsyncProcessorSupport() {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                waiting.add(new Waiting(exchange, callback));
                return false;
            }
        };
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("opcua:plants?connector=#plants")
                        .routeId("in")
                        .process(keeper)
                        .id("keep");
            }
        });
        // an exchange that nobody answers does not hold up the stop for long
        camel.getShutdownStrategy().setTimeout(1);
        camel.start();
    }

    private Waiting next() throws InterruptedException {
        Waiting next = waiting.poll(30, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("no exchange within 30 s");
        }
        return next;
    }

    private record Waiting(Exchange exchange, AsyncCallback callback) {}
}
