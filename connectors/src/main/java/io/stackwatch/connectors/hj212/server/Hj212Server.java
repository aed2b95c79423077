package io.stackwatch.connectors.hj212.server;

import io.stackwatch.connectors.hj212.session.StationBook;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongSupplier;

/**
 * An HJ 212 server on TCP: takes connections on several event loops, hands what arrives to an {@link ArrivalHandler} and
 * writes the acknowledgements that its outcomes allow.
 *
 * <p>All methods are safe for use by several threads. Whoever starts one stops it; the Vert.x instance stays the caller's.
 */
public final class Hj212Server {

    private final Vertx vertx;
    private final int port;
    private final Counting counting;
    private final Links links;
    private final String deployment;

    private Hj212Server(Vertx vertx, int port, Counting counting, Links links, String deployment) {
        this.vertx = vertx;
        this.port = port;
        this.counting = counting;
        this.links = links;
        this.deployment = deployment;
    }

    /** Listens. Fails if the address cannot be bound. The clock gives the instants of arrival. */
    public static Future<Hj212Server> start(
            Vertx vertx, ServerOptions options, StationBook book, ArrivalHandler handler, Clock clock) {
        return start(vertx, options, book, handler, clock, System::nanoTime);
    }

    /** As the other, with the monotonic time of the deadlines given, in nanoseconds. */
    static Future<Hj212Server> start(
            Vertx vertx,
            ServerOptions options,
            StationBook book,
            ArrivalHandler handler,
            Clock clock,
            LongSupplier nanos) {
        Counting counting = new Counting();
        Links links = new Links();
        Door door = new Door();
        Queue<Acceptor> acceptors = new ConcurrentLinkedQueue<>();
        return vertx.deployVerticle(
                        () -> {
                            Acceptor acceptor =
                                    new Acceptor(options, book, handler, clock, nanos, counting, links, door);
                            acceptors.add(acceptor);
                            return acceptor;
                        },
                        new DeploymentOptions().setInstances(options.eventLoops()))
                .map(deployment -> new Hj212Server(vertx, acceptors.element().port(), counting, links, deployment));
    }

    /** The port that is listened on: the chosen one if the options said 0. */
    public int port() {
        return port;
    }

    /** The way down to the loggers that are connected. */
    public Downlink downlink() {
        return links;
    }

    /** What was done so far. */
    public ServerCounters counters() {
        return counting.snapshot();
    }

    /** Closes the port and all connections; may be called more than once. */
    public Future<Void> stop() {
        return vertx.deploymentIDs().contains(deployment) ? vertx.undeploy(deployment) : Future.succeededFuture();
    }
}
