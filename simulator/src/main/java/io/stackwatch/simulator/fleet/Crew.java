package io.stackwatch.simulator.fleet;

import io.stackwatch.connectors.hj212.client.ClientCounters;
import io.stackwatch.simulator.clock.ScaledClock;
import io.stackwatch.simulator.scenario.LoggerPlan;
import io.stackwatch.simulator.scenario.Scenario;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** The loggers of a fleet on their common event loop. */
final class Crew extends VerticleBase {

    private final SocketAddress target;
    private final Scenario scenario;
    private final ScaledClock clock;
    private final Instant poweredOn;
    private final FleetOptions options;
    private final EventQueue events = new EventQueue();
    private final Pacemaker pacemaker;
    private final List<FleetLogger> loggers = new ArrayList<>();

    /** @param poweredOn when the loggers are switched on, however long it takes the machine */
    Crew(
            Vertx host,
            SocketAddress target,
            Scenario scenario,
            ScaledClock clock,
            Instant poweredOn,
            FleetOptions options) {
        this.target = target;
        this.scenario = scenario;
        this.clock = clock;
        this.poweredOn = poweredOn;
        this.options = options;
        this.pacemaker = new Pacemaker(host, clock, events);
    }

    @Override
    public Future<?> start() {
        FleetLogger.Settings settings = new FleetLogger.Settings(scenario.zone(), options);
        for (LoggerPlan plan : scenario.loggers()) {
            FleetLogger logger = new FleetLogger(vertx, target, clock, events, plan, settings);
            loggers.add(logger);
            logger.powerOn(poweredOn);
        }
        pacemaker.beat();
        return Future.succeededFuture();
    }

    @Override
    public Future<?> stop() {
        pacemaker.stop();
        return Future.join(loggers.stream().map(FleetLogger::close).toList());
    }

    void run(Runnable what) {
        context.runOnContext(ignored -> what.run());
    }

    String carryOut(String line) {
        return new FleetCommands(loggers, clock, this::status).carryOut(line);
    }

    FleetStatus status() {
        return new FleetStatus(
                clock.instant(),
                clock.scale(),
                loggers.size(),
                loggers.stream().filter(FleetLogger::isConnected).count(),
                counted(ClientCounters::written),
                counted(ClientCounters::acknowledged),
                counted(ClientCounters::resent),
                counted(ClientCounters::unanswered),
                summed(FleetLogger::delivered),
                summed(FleetLogger::backlog),
                summed(FleetLogger::lost),
                summed(FleetLogger::spoiled),
                counted(ClientCounters::requests));
    }

    private long counted(ToLongFunction<ClientCounters> counter) {
        return summed(logger -> counter.applyAsLong(logger.counters()));
    }

    private long summed(ToLongFunction<FleetLogger> figure) {
        return loggers.stream().mapToLong(figure).sum();
    }
}
