package io.stackwatch.gateway.relay;

import io.stackwatch.connectors.hj212.exchange.ExchangeOrder;
import io.stackwatch.connectors.hj212.server.Downlink;
import io.stackwatch.connectors.hj212.server.Link;
import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.RegistryRows;
import io.stackwatch.gateway.exchange.NewSecrets;
import io.stackwatch.gateway.history.Eventually;
import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.journal.Arrival.Disposition;
import io.stackwatch.gateway.journal.Journal;
import io.stackwatch.gateway.journal.MemoryJournal;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.RegisteredFacts;
import io.stackwatch.gateway.records.RegistryRecords;
import io.stackwatch.gateway.records.RelayFigures;
import io.stackwatch.gateway.records.RelayHours;
import io.stackwatch.gateway.records.RelayItems;
import io.stackwatch.gateway.records.StationSettings;
import io.stackwatch.gateway.records.StoreOptions;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import io.stackwatch.gateway.relay.target.Control;
import io.stackwatch.gateway.relay.target.Delivery;
import io.stackwatch.gateway.relay.target.PlatformKind;
import io.stackwatch.gateway.relay.target.RelayTarget;
import io.stackwatch.gateway.relay.target.RelayTargets;
import io.stackwatch.gateway.relay.target.TargetName;
import io.stackwatch.gateway.relay.target.Wanted;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Relays over a journal in memory, a store in a folder and a time that the test moves. */
final class RelayBench implements AutoCloseable {

    static final Instant MORNING = Instant.parse("2026-03-02T00:00:00Z");
    static final Duration PATIENCE = Duration.ofSeconds(20);

    final HandTime time = new HandTime(MORNING);
    final MemoryJournal journal;
    final Vertx vertx = Vertx.vertx();
    final RecordStore store;
    final Stations downlink = new Stations();
    final Told told = new Told();
    private final RelayOptions options;
    private RegistrySnapshot registry;
    private Relays relays;

    RelayBench(Path database) {
        this(database, new MemoryJournal());
    }

    RelayBench(Path database, MemoryJournal journal) {
        this.store = RecordStore.open(StoreOptions.sqlite(database).withPatience(Duration.ofSeconds(2)));
        this.journal = journal;
        this.registry = RegistrySnapshot.of(store.read(RegistryRecords::load), List.of());
        this.options = RelayOptions.defaults().withTurn(Duration.ofMillis(5)).withRetry(Duration.ofMillis(50));
    }

    RelayBench start(RelayTarget... targets) {
        relays = Relays.start(new RelayTargets(List.of(targets)), parts(options), ReportOptions.defaults());
        return this;
    }

    RelayParts parts(RelayOptions chosen) {
        return new RelayParts(vertx, journal, store, () -> registry, downlink, told, time, time::nanos, chosen);
    }

    /** Registers stations, from long ago. */
    RelayBench register(StationProfile... profiles) {
        Effective since = Effective.since(MORNING.minus(Duration.ofDays(365)));
        List<StationSettings> settings = Stream.of(profiles)
                .map(profile -> new StationSettings(profile, since))
                .toList();
        RegisteredFacts facts = new RegisteredFacts(RegistryRows.EMPTY, List.of(), settings, List.of());
        registry = RegistrySnapshot.of(facts, List.of());
        return this;
    }

    /** What was learnt of passwords and keys: {@code leaving}, {@code taken} or {@code unseen}, command, secret. */
    static final class Told implements NewSecrets {
        final List<String> heard = new CopyOnWriteArrayList<>();

        @Override
        public void leaving(Handle handle, ExchangeOrder whole, Instant at) {
            hear("leaving", whole);
        }

        @Override
        public void taken(Handle handle, ExchangeOrder whole, Instant at) {
            hear("taken", whole);
        }

        @Override
        public void takenUnseen(Handle handle, ExchangeOrder masked, Instant at) {
            hear("unseen", masked);
        }

        @Override
        public void committed() {
            heard.add("committed");
        }

        private void hear(String what, ExchangeOrder order) {
            heard.add(what + " " + order.station() + " " + order.command() + " "
                    + order.value("NewSK").or(() -> order.value("NewPW")).orElse("-") + " by " + order.by());
        }
    }

    /** Stations as the relay reaches them: keeps what went down; a station may be told to be away. */
    static final class Stations implements Downlink {
        private final Map<Mn, List<String>> sent = new ConcurrentHashMap<>();
        private final Set<Mn> away = ConcurrentHashMap.newKeySet();

        void isAway(String mn) {
            away.add(new Mn(mn));
        }

        List<String> sent(String mn) {
            return sent.getOrDefault(new Mn(mn), List.of());
        }

        @Override
        public Sent send(Mn station, byte[] packet) {
            if (away.contains(station)) {
                return Sent.NOT_CONNECTED;
            }
            sent.computeIfAbsent(station, mn -> new CopyOnWriteArrayList<>()).add(FakePlatform.text(packet));
            return Sent.WRITTEN;
        }

        @Override
        public Sent sendToPeer(String peer, Instant heardAt, byte[] packet) {
            return Sent.NOT_CONNECTED;
        }

        @Override
        public Optional<Link> link(Mn station) {
            return Optional.empty();
        }

        @Override
        public List<Link> links() {
            return List.of();
        }
    }

    Relays relays() {
        return relays;
    }

    /** A transparent target that gets everything from the beginning. */
    static RelayTarget target(String name, FakePlatform platform, Delivery delivery) {
        return new RelayTarget(
                new TargetName(name),
                PlatformKind.CITY,
                "127.0.0.1",
                platform.port(),
                RelayTarget.Start.OLDEST,
                Wanted.everything(),
                Optional.empty(),
                Control.none(),
                delivery);
    }

    /** Waits as usual, but tries to connect all the time and does not rest between two of the backlog. */
    static Delivery eager() {
        return Delivery.usual()
                .withPace(100, Duration.ZERO)
                .withReconnect(Duration.ofMillis(100), Duration.ofMillis(100));
    }

    long append(String mn, String frame) {
        return append(mn, frame.getBytes(StandardCharsets.ISO_8859_1), Disposition.ACCEPTED);
    }

    long append(String mn, byte[] frame, Disposition disposition) {
        AtomicLong sequence = new AtomicLong();
        journal.append(
                new Arrival(
                        time.instant(),
                        "hj212",
                        "192.0.2.7:40123",
                        mn.isEmpty() ? Optional.empty() : Optional.of(new Mn(mn)),
                        disposition,
                        "crc=HJ212",
                        frame),
                new Journal.Receipt() {
                    @Override
                    public void durable(long given) {
                        sequence.set(given);
                    }

                    @Override
                    public void refused(Journal.Refusal why) {
                        throw new AssertionError("the journal in memory refused: " + why);
                    }
                });
        return sequence.get();
    }

    RelayStatus status(String name) {
        return relays.status(new TargetName(name)).orElseThrow();
    }

    /** Waits until the relay has looked at everything and everything is done. */
    void awaitDone(String name) {
        await(name, now -> now.lagRecords() == 0 && now.open() == 0);
    }

    /**
     * The same while time passes as it does outside: what a logger caught up on is looked for in the ledger once a second, so that
     * what is entered right behind such a look waits for the next one.
     */
    void awaitDoneInTime(String name) {
        await(name, now -> {
            boolean done = now.lagRecords() == 0 && now.open() == 0;
            if (!done) {
                time.advance(Eventually.LOOK_AGAIN);
            }
            return done;
        });
    }

    /** Waits until the relay has entered everything that is in the journal. */
    void awaitEntered(String name) {
        await(name, now -> now.lagRecords() == 0);
    }

    /** Waits until the relay is as it should be; says how it is if it never comes to be so. */
    void await(String name, Predicate<RelayStatus> condition) {
        try {
            Eventually.holds(PATIENCE, "relay " + name, () -> condition.test(status(name)));
        } catch (AssertionError late) {
            RelayStatus now = status(name);
            throw new AssertionError(
                    "relay " + name + " is " + now.condition() + ", position " + now.position() + ", lag "
                            + now.lagRecords() + ", open " + now.open() + ", under way " + now.underWay() + ", "
                            + now.counts() + " " + now.problem(),
                    late);
        }
    }

    long openRows(String name) {
        return store.read(handle -> RelayItems.count(handle, name));
    }

    RelayFigures figures(String name) {
        return store.read(handle -> RelayHours.sum(handle, name, Instant.EPOCH, MORNING.plus(Duration.ofDays(365))));
    }

    void stopRelays() {
        relays.close();
    }

    @Override
    public void close() {
        if (relays != null) {
            relays.close();
        }
        try {
            vertx.close().await(20, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("vertx does not stop", e);
        }
        store.close();
    }
}
