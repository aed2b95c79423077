package io.stackwatch.connectors.hj212.camel;

import io.stackwatch.connectors.arrival.NotKept;
import io.stackwatch.connectors.arrival.Outcome;
import io.stackwatch.connectors.hj212.server.Downlink;
import io.stackwatch.connectors.hj212.server.Hj212Arrival;
import io.stackwatch.connectors.hj212.server.Hj212Server;
import io.stackwatch.connectors.hj212.server.ServerCounters;
import io.stackwatch.connectors.hj212.server.ServerOptions;
import io.stackwatch.connectors.hj212.session.StationBook;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs a server for a route. The exchange is processed asynchronously; when it is done without failure the arrival counts
 * as durable.
 */
public final class Hj212Consumer extends DefaultConsumer {

    private static final long PATIENCE_SECONDS = 30;

    private final ServerOptions options;
    private final StationBook stations;
    private final Clock clock;
    private @Nullable Vertx vertx;
    private @Nullable Hj212Server server;

    Hj212Consumer(
            Hj212Endpoint endpoint, Processor processor, ServerOptions options, StationBook stations, Clock clock) {
        super(endpoint, processor);
        this.options = options;
        this.stations = stations;
        this.clock = clock;
    }

    /** The port that is listened on. */
    public int port() {
        return running().port();
    }

    /** The way down to the loggers that are connected. */
    public Downlink downlink() {
        return running().downlink();
    }

    /** What the server has done so far. */
    public ServerCounters counters() {
        return running().counters();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        Vertx mine = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(options.eventLoops()));
        vertx = mine;
        try {
            server = await(Hj212Server.start(mine, options, stations, this::arrived, clock));
        } catch (ExecutionException | TimeoutException | InterruptedException failed) {
            await(mine.close());
            vertx = null;
            throw failed;
        }
    }

    @Override
    protected void doStop() throws Exception {
        if (server != null) {
            await(server.stop());
            server = null;
        }
        if (vertx != null) {
            await(vertx.close());
            vertx = null;
        }
        super.doStop();
    }

    private void arrived(Hj212Arrival arrival, Outcome outcome) {
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

    private Hj212Server running() {
        if (server == null) {
            throw new IllegalStateException("not started: " + getEndpoint());
        }
        return server;
    }

    private static <T> T await(Future<T> future) throws InterruptedException, ExecutionException, TimeoutException {
        return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
