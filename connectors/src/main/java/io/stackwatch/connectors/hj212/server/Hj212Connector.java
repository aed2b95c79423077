package io.stackwatch.connectors.hj212.server;

import io.stackwatch.connectors.arrival.Connector;
import io.stackwatch.connectors.arrival.Keeper;
import io.stackwatch.connectors.hj212.session.StationBook;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** An {@link Hj212Server} behind the port that all protocols share. Whoever made the Vert.x instance closes it. */
public final class Hj212Connector implements Connector {

    private final Vertx vertx;
    private final ServerOptions options;
    private final StationBook stations;
    private final Clock clock;
    private @Nullable CompletionStage<Hj212Server> server;

    /** A connector that is not started yet. */
    public Hj212Connector(Vertx vertx, ServerOptions options, StationBook stations, Clock clock) {
        this.vertx = vertx;
        this.options = options;
        this.stations = stations;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "hj212";
    }

    @Override
    public synchronized CompletionStage<Void> start(Keeper keeper) {
        if (server != null) {
            throw new IllegalStateException("started before");
        }
        CompletionStage<Hj212Server> starting = Hj212Server.start(vertx, options, stations, keeper::arrived, clock)
                .toCompletionStage();
        server = starting;
        return starting.thenAccept(started -> {});
    }

    @Override
    public synchronized CompletionStage<Void> stop() {
        return server == null
                ? CompletableFuture.completedFuture(null)
                : server.thenCompose(running -> running.stop().toCompletionStage());
    }

    /** The running server; completes when it listens. */
    public synchronized CompletionStage<Hj212Server> server() {
        return server == null ? CompletableFuture.failedFuture(new IllegalStateException("not started")) : server;
    }
}
