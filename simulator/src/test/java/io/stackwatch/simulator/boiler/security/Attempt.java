package io.stackwatch.simulator.boiler.security;

import io.stackwatch.connectors.arrival.Arrived;
import io.stackwatch.connectors.arrival.Outcome;
import io.stackwatch.connectors.opcua.batch.Recollection;
import io.stackwatch.connectors.opcua.client.ClientOptions;
import io.stackwatch.connectors.opcua.client.OpcUaConnector;
import io.stackwatch.connectors.opcua.source.Identity;
import io.stackwatch.connectors.opcua.source.MonitoredNode;
import io.stackwatch.connectors.opcua.source.Rhythm;
import io.stackwatch.connectors.opcua.source.Security;
import io.stackwatch.connectors.opcua.source.SourceSettings;
import io.stackwatch.connectors.opcua.source.SourceState;
import io.stackwatch.connectors.opcua.source.SourceStatus;
import io.stackwatch.connectors.opcua.trust.TrustStore;
import io.stackwatch.core.registry.Mn;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Our connector on its way to a server: until values come, until a person would have to act, or until it has tried enough. */
final class Attempt implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final int ENOUGH = 3;
    private static final Mn SOURCE = new Mn("MATRIX");
    private static final Set<SourceState> A_PERSON_MUST_ACT =
            Set.of(SourceState.CERTIFICATE_REFUSED, SourceState.BAD_IDENTITY, SourceState.NOT_OFFERED);

    private final OpcUaConnector connector;
    private final TrustStore trust;
    private final AtomicInteger live = new AtomicInteger();
    private long triedBefore;

    private Attempt(SourceSettings settings, TrustStore trust) {
        this.trust = trust;
        this.connector = new OpcUaConnector(
                List.of(settings), options(), trust, source -> new Recollection(), Clock.systemUTC());
    }

    static Attempt start(Peer peer, Security security, Identity identity, TrustStore trust) {
        SourceSettings settings = SourceSettings.of(SOURCE, peer.endpointUrl(), List.of(MonitoredNode.of(peer.node())))
                .withSecurity(security)
                .withIdentity(identity)
                .withReadHistory(false)
                .withRhythm(Rhythm.defaults().withPublishing(Duration.ofMillis(100)));
        Attempt attempt = new Attempt(settings, trust);
        attempt.connector.start(attempt::keep);
        return attempt;
    }

    private static ClientOptions options() {
        return ClientOptions.defaults()
                .withBackoff(
                        Duration.ofSeconds(1), Duration.ofMillis(200), Duration.ofMillis(500), Duration.ofMillis(500));
    }

    private void keep(Arrived arrival, Outcome outcome) {
        if (arrival.detail().startsWith("kind=LIVE")) {
            live.incrementAndGet();
        }
        outcome.durable();
    }

    /** How it ends: connected with values, somewhere where only a person can help, or still trying after a few attempts. */
    SourceStatus end() {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        SourceStatus status = status();
        while (!isEnd(status)) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("no end within " + DEADLINE + ": " + status);
            }
            LockSupport.parkNanos(2_000_000);
            status = status();
        }
        return status;
    }

    /** The same, a person trusting the server's certificate on the way. */
    SourceStatus endTrusting() {
        SourceStatus status = end();
        if (status.refusedThumbprint().filter(trust::accept).isPresent()) {
            triedBefore = status.counts().attempts();
            connector.tryNow(SOURCE);
            long deadline = System.nanoTime() + DEADLINE.toNanos();
            while (status().state() == SourceState.CERTIFICATE_REFUSED && System.nanoTime() - deadline < 0) {
                LockSupport.parkNanos(2_000_000);
            }
            return end();
        }
        return status;
    }

    private boolean isEnd(SourceStatus status) {
        return A_PERSON_MUST_ACT.contains(status.state())
                || (status.state() == SourceState.CONNECTED && live.get() > 0)
                || (status.counts().attempts() >= triedBefore + ENOUGH
                        && status.counts().connects() == 0);
    }

    private SourceStatus status() {
        return connector.statuses().get(0);
    }

    @Override
    public void close() {
        connector
                .stop()
                .toCompletableFuture()
                .orTimeout(DEADLINE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }
}
