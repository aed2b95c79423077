package io.stackwatch.connectors.hj212.server;

import io.stackwatch.connectors.hj212.session.StationBook;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.time.Clock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The part of a server that lives on one event loop. */
final class Acceptor extends VerticleBase {

    /** How Vert.x is told that all instances of a deployment share one free port. */
    private static final int SHARED_FREE_PORT = -1;

    private final ServerOptions options;
    private final StationBook book;
    private final ArrivalHandler handler;
    private final Clock clock;
    private final LongSupplier nanos;
    private final Counting counting;
    private final Links links;
    private final Door door;

    private @Nullable Loop loop;
    private @Nullable NetServer server;

    Acceptor(
            ServerOptions options,
            StationBook book,
            ArrivalHandler handler,
            Clock clock,
            LongSupplier nanos,
            Counting counting,
            Links links,
            Door door) {
        this.options = options;
        this.book = book;
        this.handler = handler;
        this.clock = clock;
        this.nanos = nanos;
        this.counting = counting;
        this.links = links;
        this.door = door;
    }

    @Override
    public Future<?> start() {
        Loop mine = new Loop(vertx, context, options, book, handler, clock, nanos, counting, links);
        NetServer listening = vertx.createNetServer(new NetServerOptions()
                        .setHost(options.host())
                        .setPort(options.port() == 0 ? SHARED_FREE_PORT : options.port())
                        .setAcceptBacklog(options.acceptBacklog())
                        .setReuseAddress(true)
                        .setTcpNoDelay(true))
                .connectHandler(socket -> connected(mine, socket));
        loop = mine;
        server = listening;
        return door.listen(listening, context).onSuccess(bound -> mine.startTicking());
    }

    @Override
    public Future<?> stop() {
        if (loop != null) {
            loop.stop();
        }
        return server == null ? Future.succeededFuture() : server.close();
    }

    int port() {
        if (server == null) {
            throw new IllegalStateException("not listening");
        }
        return server.actualPort();
    }

    private void connected(Loop mine, NetSocket socket) {
        if (counting.open.incrementAndGet() > options.maxConnections()) {
            counting.open.decrementAndGet();
            counting.turnedAway.increment();
            socket.close();
            return;
        }
        counting.opened.increment();
        mine.connected(socket);
    }
}
