package io.stackwatch.simulator.fleet;

import io.stackwatch.simulator.clock.ScaledClock;
import io.stackwatch.simulator.scenario.Scenario;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;

/**
 * The loggers of a scenario at work against one upper platform.
 *
 * <p>All of them run on one event loop and one queue. Safe to call from any thread; {@link #close} ends it.
 */
public final class Fleet {

    private final Vertx vertx;
    private final Crew crew;
    private final String deployment;

    private Fleet(Vertx vertx, Crew crew, String deployment) {
        this.vertx = vertx;
        this.crew = crew;
        this.deployment = deployment;
    }

    /**
     * Switches the loggers on.
     *
     * @param clock the fleet's time; usually started at the scenario's start with its scale
     */
    public static Future<Fleet> start(
            Vertx vertx, SocketAddress target, Scenario scenario, ScaledClock clock, FleetOptions options) {
        Crew crew = new Crew(vertx, target, scenario, clock, clock.instant(), options);
        return vertx.deployVerticle(crew).map(id -> new Fleet(vertx, crew, id));
    }

    /** How it stands. */
    public Future<FleetStatus> status() {
        Promise<FleetStatus> promise = Promise.promise();
        crew.run(() -> promise.complete(crew.status()));
        return promise.future();
    }

    /** Carries out a command line such as {@code fault 示例热电一厂 bad-crc for 10m}; returns what to tell its author. */
    public Future<String> command(String line) {
        Promise<String> promise = Promise.promise();
        crew.run(() -> promise.complete(crew.carryOut(line)));
        return promise.future();
    }

    /** Ends all connections. */
    public Future<Void> close() {
        return vertx.undeploy(deployment);
    }
}
