package io.stackwatch.gateway.app;

import io.stackwatch.connectors.arrival.Keeper;
import io.stackwatch.connectors.opcua.batch.Recollection;
import io.stackwatch.connectors.opcua.client.ClientOptions;
import io.stackwatch.connectors.opcua.client.OpcUaConnector;
import io.stackwatch.connectors.opcua.source.SourceState;
import io.stackwatch.connectors.opcua.source.SourceStatus;
import io.stackwatch.connectors.opcua.trust.KnownCertificate;
import io.stackwatch.connectors.opcua.trust.TrustStore;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.plant.CertificateFile;
import io.stackwatch.gateway.plant.SourceLines;
import io.stackwatch.gateway.plant.SourcePlan;
import io.stackwatch.gateway.timetable.WakeUp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lines to OPC UA sources, as the registry wants them: when that changes, the connector is replaced by another one, which is
 * a cut like any other and filled like one. Safe for use by several threads.
 */
final class PlantSources implements SourceLines, WakeUp, AutoCloseable {

    /** How its records are called in the journal. */
    static final String CONNECTOR = "opcua";

    private static final Logger LOG = LoggerFactory.getLogger(PlantSources.class);
    private static final long PATIENCE_SECONDS = 30;

    /** Opens the folder of certificates. */
    interface Trust {

        /** Makes it, and our own certificate, if they are not there. */
        TrustStore open() throws IOException;
    }

    /** How what a connector brings comes to whoever keeps it. */
    interface Way {

        /** Starts a connector that was not started before. */
        void open(OpcUaConnector connector) throws Exception;

        /** Stops it; nothing is handed over any more. */
        void close(OpcUaConnector connector) throws Exception;

        /** Straight to somebody. */
        static Way to(Keeper keeper) {
            return new Way() {
                @Override
                public void open(OpcUaConnector connector) {
                    await(connector.start(keeper).toCompletableFuture());
                }

                @Override
                public void close(OpcUaConnector connector) {
                    await(connector.stop().toCompletableFuture());
                }
            };
        }
    }

    private final Function<Instant, SourcePlan> plans;
    private final Trust folder;
    private final Way way;
    private final ClientOptions options;
    private final Function<Mn, Recollection> recollections;
    private final Clock clock;
    private final ExecutorService changes = Executors.newSingleThreadExecutor(task -> new Thread(task, "sources"));
    private @Nullable TrustStore trust;
    private @Nullable OpcUaConnector connector;
    private SourcePlan plan = new SourcePlan(List.of(), Map.of());
    private boolean changing;
    private boolean closed;

    /**
     * Nothing is connected before the first {@link #fire}.
     *
     * @param plans what should be connected at an instant
     * @param folder where certificates are; opened with the first source
     * @param way where what comes goes
     */
    PlantSources(
            Function<Instant, SourcePlan> plans,
            Trust folder,
            Way way,
            ClientOptions options,
            Function<Mn, Recollection> recollections,
            Clock clock) {
        this.plans = plans;
        this.folder = folder;
        this.way = way;
        this.options = options;
        this.recollections = recollections;
        this.clock = clock;
    }

    /** Looks whether something else should be connected, and if so sees to it on a thread of its own. */
    @Override
    public synchronized void fire(Instant now) {
        if (closed || changing) {
            return;
        }
        SourcePlan wanted = plans.apply(now);
        boolean same = wanted.settings().equals(plan.settings());
        if (same) {
            plan = wanted;
            return;
        }
        changing = true;
        changes.execute(() -> change(wanted));
    }

    private void change(SourcePlan wanted) {
        try {
            stop(current());
            OpcUaConnector next = wanted.settings().isEmpty()
                    ? null
                    : new OpcUaConnector(wanted.settings(), options, trusting(), recollections, clock);
            boolean running = become(wanted, next);
            if (next != null && running) {
                way.open(next);
                LOG.info("sources={} connecting", wanted.settings().size());
            }
        } catch (Exception failed) {
            LOG.error("sources=not-started, tried again", failed);
            become(new SourcePlan(List.of(), wanted.problems()), null);
        } finally {
            changed();
        }
    }

    private synchronized @Nullable OpcUaConnector current() {
        return connector;
    }

    private synchronized boolean become(SourcePlan wanted, @Nullable OpcUaConnector next) {
        plan = wanted;
        connector = closed ? null : next;
        return !closed;
    }

    private synchronized void changed() {
        changing = false;
    }

    private TrustStore trusting() throws IOException {
        Optional<TrustStore> known = known();
        if (known.isPresent()) {
            return known.get();
        }
        TrustStore opened = folder.open();
        synchronized (this) {
            trust = opened;
        }
        return opened;
    }

    private synchronized Optional<TrustStore> known() {
        return Optional.ofNullable(trust);
    }

    @Override
    public List<SourceStatus> statuses() {
        OpcUaConnector running = current();
        return running == null ? List.of() : running.statuses();
    }

    @Override
    public synchronized Map<Mn, String> problems() {
        return plan.problems();
    }

    @Override
    public List<CertificateFile> certificates() {
        return known().map(store -> Stream.concat(
                                store.rejected().stream().map(one -> file(one, false)),
                                store.trusted().stream().map(one -> file(one, true)))
                        .toList())
                .orElse(List.of());
    }

    private static CertificateFile file(KnownCertificate known, boolean trusted) {
        return new CertificateFile(
                known.thumbprint(),
                trusted,
                known.subject(),
                known.issuer(),
                known.notBefore(),
                known.notAfter(),
                known.applicationUri(),
                List.of());
    }

    @Override
    public boolean trust(String thumbprint) {
        boolean moved = known().map(store -> store.accept(thumbprint)).orElse(false);
        OpcUaConnector running = current();
        if (moved && running != null) {
            running.statuses().stream()
                    .filter(status -> status.state() == SourceState.CERTIFICATE_REFUSED)
                    .forEach(status -> running.tryNow(status.id()));
        }
        return moved;
    }

    @Override
    public boolean withdraw(String thumbprint) {
        return known().map(store -> store.withdraw(thumbprint)).orElse(false);
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        changes.execute(() -> {
            try {
                stop(current());
            } catch (Exception failed) {
                LOG.error("sources=not-stopped", failed);
            }
        });
        changes.shutdown();
        try {
            if (!changes.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.error("sources=not-stopped within={}s", PATIENCE_SECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop(@Nullable OpcUaConnector running) throws Exception {
        if (running != null) {
            way.close(running);
        }
    }

    private static void await(CompletableFuture<Void> done) {
        try {
            done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (TimeoutException late) {
            throw new UncheckedIOException(new IOException("not done within " + PATIENCE_SECONDS + " s", late));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }
}
