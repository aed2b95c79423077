package io.stackwatch.connectors.hj212.server;

import io.stackwatch.connectors.hj212.session.StationBook;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
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
    private final List<String> deployments;

    private Hj212Server(Vertx vertx, int port, Counting counting, List<String> deployments) {
        this.vertx = vertx;
        this.port = port;
        this.counting = counting;
        this.deployments = deployments;
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
        Acceptor first = new Acceptor(options, book, handler, clock, nanos, counting);
        return vertx.deployVerticle(first).compose(id -> {
            // the others share the port that the first one got, which is how port 0 can be shared at all
            ServerOptions shared = options.withPort(first.port());
            List<Future<String>> others = new ArrayList<>();
            for (int i = 1; i < options.eventLoops(); i++) {
                others.add(vertx.deployVerticle(
                        new Acceptor(shared, book, handler, clock, nanos, counting), new DeploymentOptions()));
            }
            return Future.all(others).map(all -> {
                List<String> deployments = new ArrayList<>(all.<String>list());
                deployments.add(id);
                return new Hj212Server(vertx, shared.port(), counting, List.copyOf(deployments));
            });
        });
    }

    /** The port that is listened on: the chosen one if the options said 0. */
    public int port() {
        return port;
    }

    /** What was done so far. */
    public ServerCounters counters() {
        return counting.snapshot();
    }

    /** Closes the port and all connections; may be called more than once. */
    public Future<Void> stop() {
        List<Future<Void>> all = new ArrayList<>();
        for (String deployment : deployments) {
            if (vertx.deploymentIDs().contains(deployment)) {
                all.add(vertx.undeploy(deployment));
            }
        }
        return Future.join(all).mapEmpty();
    }
}
