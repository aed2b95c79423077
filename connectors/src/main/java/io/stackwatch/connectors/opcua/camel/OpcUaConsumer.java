package io.stackwatch.connectors.opcua.camel;

import io.stackwatch.connectors.arrival.Arrived;
import io.stackwatch.connectors.arrival.NotKept;
import io.stackwatch.connectors.arrival.Outcome;
import io.stackwatch.connectors.opcua.client.OpcUaConnector;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;

/**
 * Runs a connector for a route. The exchange is processed asynchronously; when it is done without failure the batch counts
 * as durable.
 */
public final class OpcUaConsumer extends DefaultConsumer {

    private static final long PATIENCE_SECONDS = 30;

    private final OpcUaConnector connector;

    OpcUaConsumer(OpcUaEndpoint endpoint, Processor processor, OpcUaConnector connector) {
        super(endpoint, processor);
        this.connector = connector;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        await(connector.start(this::arrived));
    }

    @Override
    protected void doStop() throws Exception {
        await(connector.stop());
        super.doStop();
    }

    private void arrived(Arrived arrival, Outcome outcome) {
        Exchange exchange = createExchange(true);
        exchange.getIn().setBody(arrival);
        getAsyncProcessor().process(exchange, doneSync -> settle(exchange, outcome));
    }

    private static void settle(Exchange exchange, Outcome outcome) {
        if (!exchange.isFailed()) {
            outcome.durable();
            return;
        }
        NotKept refused = exchange.getException(NotKept.class);
        outcome.refused(refused == null ? Outcome.Refusal.UNAVAILABLE : refused.why());
    }

    private static void await(CompletionStage<Void> stage)
            throws InterruptedException, ExecutionException, TimeoutException {
        stage.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
