package io.stackwatch.gateway.app;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.stackwatch.connectors.hj212.camel.Hj212Component;
import io.stackwatch.connectors.hj212.camel.Hj212Consumer;
import io.stackwatch.connectors.hj212.mapping.FactorTable;
import io.stackwatch.connectors.hj212.server.Downlink;
import io.stackwatch.core.measurement.ReadingLog;
import io.stackwatch.core.quality.QaRule;
import io.stackwatch.gateway.api.ApiGauges;
import io.stackwatch.gateway.api.ApiParts;
import io.stackwatch.gateway.api.ApiServer;
import io.stackwatch.gateway.api.CityRecords;
import io.stackwatch.gateway.api.Contract;
import io.stackwatch.gateway.api.Entrance;
import io.stackwatch.gateway.api.FactorTableNames;
import io.stackwatch.gateway.api.Health.Probe;
import io.stackwatch.gateway.api.Hj212FrameReader;
import io.stackwatch.gateway.api.Probes;
import io.stackwatch.gateway.api.StoredCity;
import io.stackwatch.gateway.api.StoredStations;
import io.stackwatch.gateway.backfill.BackFillDesk;
import io.stackwatch.gateway.backfill.BackFillOptions;
import io.stackwatch.gateway.config.Config;
import io.stackwatch.gateway.config.Settings;
import io.stackwatch.gateway.detection.DetectionDesk;
import io.stackwatch.gateway.emission.EmissionRules;
import io.stackwatch.gateway.emission.StoredEmissions;
import io.stackwatch.gateway.emission.TotalAlarms;
import io.stackwatch.gateway.emission.TotalOptions;
import io.stackwatch.gateway.evidence.EvidencePackages;
import io.stackwatch.gateway.forecast.LoggedHours;
import io.stackwatch.gateway.forecast.LoggedMinutes;
import io.stackwatch.gateway.history.HistoryCursor;
import io.stackwatch.gateway.history.HistoryGauges;
import io.stackwatch.gateway.history.Hj212Entries;
import io.stackwatch.gateway.intake.Intake;
import io.stackwatch.gateway.intake.IntakeOptions;
import io.stackwatch.gateway.intake.IntakeRoute;
import io.stackwatch.gateway.journal.Journal.StartAt;
import io.stackwatch.gateway.journal.camel.JournalComponent;
import io.stackwatch.gateway.journal.segment.SegmentJournal;
import io.stackwatch.gateway.judgement.CoreCursor;
import io.stackwatch.gateway.judgement.CoreRoute;
import io.stackwatch.gateway.judgement.JudgementOptions;
import io.stackwatch.gateway.judgement.JudgementRules;
import io.stackwatch.gateway.judgement.SqlAlarmDesk;
import io.stackwatch.gateway.keys.KeyStore;
import io.stackwatch.gateway.marking.Excuses;
import io.stackwatch.gateway.quality.StoredChecks;
import io.stackwatch.gateway.records.EventSignal;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.SqlRecordsView;
import io.stackwatch.gateway.records.StoreOptions;
import io.stackwatch.gateway.registry.LiveRegistry;
import io.stackwatch.gateway.relay.RelayParts;
import io.stackwatch.gateway.relay.Relays;
import io.stackwatch.gateway.station.AdmissionWorker;
import io.stackwatch.gateway.station.Admissions;
import io.stackwatch.gateway.station.IncompletePackets;
import io.stackwatch.gateway.station.StationCursor;
import io.stackwatch.gateway.station.StationRoute;
import io.stackwatch.gateway.timetable.Timetable;
import io.stackwatch.gateway.timetable.TimetableOptions;
import io.stackwatch.gateway.timetable.WakeUp;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * A running gateway: the one place where its parts are created and joined.
 *
 * <p>Parts start from the inside out. The intake opens as soon as journal, records, registry and every reader with a place in
 * the journal are there, and waits for nothing else: not for counting, the closing of months or the page (decision record 0034).
 * Parts stop in reverse order. Closing twice is harmless.
 */
public final class Gateway implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 30;
    private static final long LAG_TO_WORRY_ABOUT = 50_000;
    private static final int CORE_BATCH = 500;

    private final RunningParts parts = new RunningParts();
    private final Metrics metrics = new Metrics();
    private final Config config;
    private final GivenOptions given;
    private final Clock clock;
    private final double clockScale;
    private int loggerPort;
    private int webPort;

    private Gateway(Config config, Clock clock, double clockScale) {
        this.config = config;
        this.given = new GivenOptions(config);
        this.clock = clock;
        this.clockScale = clockScale;
    }

    /** Starts a gateway on the wall clock. */
    public static Gateway start(Config config) throws Exception {
        return start(config, Clock.systemUTC(), 1);
    }

    /**
     * Starts a gateway on a clock of one's own.
     *
     * @param clockScale seconds of that clock per second of the wall clock; shown wherever times are shown
     * @throws Exception if a part does not start; those that did are stopped again
     */
    public static Gateway start(Config config, Clock clock, double clockScale) throws Exception {
        Gateway gateway = new Gateway(config, clock, clockScale);
        try {
            gateway.start();
            return gateway;
        } catch (Exception failed) {
            gateway.close();
            throw failed;
        }
    }

    /** The port on which loggers connect. */
    public int loggerPort() {
        return loggerPort;
    }

    /** The port of page and API. */
    public int webPort() {
        return webPort;
    }

    @Override
    public void close() {
        parts.close();
    }

    private void start() throws Exception {
        parts.started("metrics", metrics);
        Entrances.check(config);
        Forwarding forwarding = Forwarding.of(config);
        Notices notices = Notices.of(config, System.getenv());
        DataFolder folder = DataFolder.of(config);
        // none needs the other, and all take a while: the door waits for the longest of them
        StoreOptions records = folder.records(config);
        CompletableFuture<RecordStore> opening = beside("records", () -> RecordStore.open(records));
        CompletableFuture<CamelContext> routing = beside("camel", Gateway::idleCamel);
        Vertx vertx = Vertx.vertx();
        parts.started("event-loops", () -> await(vertx.close()));
        SegmentJournal journal = SegmentJournal.open(folder.journal(), given.journal());
        parts.started("journal", journal);
        RecordStore store = opened(opening);
        KeyStore keys = KeyStore.open(store, folder.masterKey(config), config.get(Settings.KEYS_OVERLAP));
        LiveRegistry registry = new LiveRegistry(store, clock, keys::ring);
        ReadingLog readings = given.readingLog(folder);
        parts.started("readings", readings);

        JudgementRules rules = JudgementRules.load();
        EventSignal signal = new EventSignal();
        CoreCursor core = new CoreCursor(store, registry::snapshot, rules, signal, JudgementOptions.defaults());
        journal.cursor(CoreCursor.NAME, StartAt.TAIL)
                .rewindTo(core.begin(clock.instant()).position());
        HistoryCursor history = new HistoryCursor(
                journal, new Hj212Entries(new RegisteredStations(registry)), readings, clock, given.history());

        Excuses excuses = new Excuses(rules.marks());
        CityRecords city = new StoredCity(
                new SqlRecordsView(store, () -> registry.snapshot().registry()),
                new SqlAlarmDesk(store, rules.parameters(), signal),
                registry::snapshot,
                new FactorTableNames(FactorTable.standard()),
                (outlet, hours) ->
                        store.read(handle -> excuses.of(handle, registry.snapshot(), outlet, hours, clock.instant())),
                clock,
                Duration.ofMinutes(15));
        JournalComponent readers = new JournalComponent();
        readers.setJournal(journal);
        ReaderPlaces places = new ReaderPlaces(journal, readers);
        StationCursor stations = new StationCursor(store, registry::snapshot);
        journal.cursor(StationCursor.NAME, StartAt.TAIL)
                .rewindTo(stations.place().position());
        Intake intake = new Intake(journal, IntakeOptions.defaults());
        CamelContext camel = camel(opened(routing), readers, registry);
        Plants plants = Plants.open(config, store, registry, rules.parameters(), journal, intake, camel, clock);
        camel.addRoutes(new CoreRoute(core, "journal:" + CoreCursor.NAME + "?advance=false&batch=" + CORE_BATCH));
        Doorway doorway = new Doorway();
        ToldSecrets told = new ToldSecrets(keys, registry);
        Relays relays = forward(forwarding, vertx, journal, store, registry, doorway, told);
        Downlink polite = new PoliteDoorway(doorway, relays);
        Requests requests = Requests.open(config, store, registry, polite, told, journal, clock);
        camel.addRoutes(requests.route());
        camel.addRoutes(
                new StationRoute(stations, "journal:" + StationCursor.NAME + "?advance=false&batch=" + CORE_BATCH));
        history.start();
        parts.started("history", history);
        Hj212Consumer loggers = takeIn(camel, intake);
        doorway.leadsTo(loggers.downlink());
        Future<Contract> contract = Contract.read(vertx);
        Marks marks = Marks.open(folder, store, registry, rules, journal, signal, clock, clockScale);
        Housekeeping housekeeping = new Housekeeping(registry, journal);
        Timetable timetable = Timetable.start(
                "stackwatch",
                now -> {
                    housekeeping.fire(now);
                    marks.outages().fire(now);
                    core.fire(now, journal::head);
                    stations.fire();
                    relays.fire(now);
                },
                clock,
                TimetableOptions.defaults());
        parts.started("timetable", timetable);
        Timetable asking = requests.start(clock, backFill(store, registry, rules, requests, polite));
        parts.started("exchanges", asking);
        Counting counting = Counting.start(store, registry, rules, polite, signal, clock);
        parts.started("counting", counting);
        EmissionRules emission = EmissionRules.load(rules.parameters());
        TotalAlarms totals =
                new TotalAlarms(store, registry::snapshot, emission, CoreCursor.NAME, signal, TotalOptions.defaults());
        Timetable totalling = Timetable.start("totals", totals, clock, TimetableOptions.defaults());
        parts.started("totals", totalling);

        MadeHours made = MadeHours.start(
                camel,
                journal,
                store,
                new RegisteredNodes(registry, plants.faults()),
                rules,
                intake,
                config.get(Settings.AVERAGING_KEEP),
                clock);
        parts.started("averaging", made);
        AdmissionWorker admitted = new AdmissionWorker(store, journal, intake, registry, clock);
        Admissions admissions = new Admissions(
                store,
                journal,
                registry,
                clock,
                new GivenMn(doorway, registry, config.get(Settings.EXCHANGE_SYSTEM_CODE), clock),
                admitted::wake);
        IncompletePackets packets = new IncompletePackets(store, config.get(Settings.STATIONS_PACKETS_WITHIN), clock);
        Months months = Months.open(
                store,
                registry,
                rules.parameters(),
                new CountedSource(store, counting.view(), journal::head),
                Months.papers(counting.view(), rules.parameters()),
                folder.papers(),
                clock);
        Casework casework = Casework.start(store, registry, marks.desk().proofs(), folder, clock);
        parts.started("casework", casework);
        LoggedMinutes minutes = new LoggedMinutes(readings, registry::snapshot, rules.flags());
        DetectionDesk detection =
                new DetectionDesk(store, registry::snapshot, rules.parameters(), rules.flags(), signal);
        Alarming alarming = Alarming.start(
                store,
                registry,
                rules.parameters(),
                signal,
                minutes,
                detection,
                () -> stations.place().position() >= journal.head(),
                clock);
        parts.started("alarming", alarming);
        Dispatching dispatching = Dispatching.start(notices, store, vertx, clock);
        parts.started("notices", dispatching);
        Timetable closing = Timetable.start("months", months.clerk(), clock, TimetableOptions.defaults());
        parts.started("months", closing);
        EvidencePackages evidence =
                Evidence.of(store, journal, registry, rules, marks.desk(), new FiledActs(store), clock);
        ApiParts shown = new ApiParts(
                city,
                requests.desk(),
                new StoredStations(store, registry::snapshot, admissions, packets, () -> Optional.of(doorway), clock),
                relays,
                plants.desk(),
                new StoredChecks(store, registry::snapshot, QaRule.load(), rules.parameters(), clock),
                new StoredEmissions(store, registry::snapshot, emission, CoreCursor.NAME),
                counting.view(),
                months.desk(),
                marks.desk(),
                candidate -> evidence.of(candidate, clock.instant()),
                casework.desk(),
                casework.documents(),
                journal,
                readings,
                new LoggedHours(minutes, rules.parameters(), clock),
                detection,
                new Hj212FrameReader(arrival -> registry.snapshot().profileOf(arrival)),
                new FactorTableNames(FactorTable.standard()),
                probes(
                        relays,
                        RunningProbes.intake(journal),
                        Probes.journal(journal, places::now, LAG_TO_WORRY_ABOUT),
                        Probes.records(city),
                        RunningProbes.core(readers),
                        RunningProbes.exchanges(readers, asking),
                        Probes.history(history),
                        RunningProbes.sources(plants.sources()),
                        RunningProbes.averaging(readers, made),
                        RunningProbes.counting(counting),
                        RunningProbes.months(closing),
                        RunningProbes.casework(casework),
                        RunningProbes.alarming(alarming),
                        RunningProbes.notices(dispatching),
                        RunningProbes.timetable(timetable)),
                metrics::scrape,
                clock,
                new ApiParts.Identity("stackwatch", Version.current(), clockScale));
        Entrance entrance = Entrances.of(config, store, registry, journal, clock);
        serve(new ApiServer(vertx, contract, given.api(), shown, Optional.of(entrance)), signal);
        parts.started("sources", plants.sources());
        parts.started(
                "sources-timetable", Timetable.start("sources", plants.sources(), clock, TimetableOptions.defaults()));
        admitted.start();
        parts.started("admissions", admitted);
        meter(
                new RequestMeters(requests.desk()),
                new RelayMeters(relays),
                new HistoryGauges(history),
                new JournalMeters(journal, places),
                new IntakeMeters(intake, loggers),
                new StationMeters(store, packets, stations),
                new SourceMeters(plants.sources(), plants.faults()),
                new AveragingMeters(made),
                new CountingMeters(counting),
                new PeriodAlarmMeters(store, totals, totalling),
                new CaseworkMeters(casework),
                alarming,
                dispatching,
                new StoreMeters(store, readers, timetable));
    }

    /** Starts forwarding; what is journaled from now on goes on. */
    private Relays forward(
            Forwarding forwarding,
            Vertx vertx,
            SegmentJournal journal,
            RecordStore store,
            LiveRegistry registry,
            Downlink downlink,
            ToldSecrets told) {
        RelayParts needs = new RelayParts(
                vertx,
                journal,
                store,
                registry::snapshot,
                downlink,
                told,
                clock,
                System::nanoTime,
                forwarding.options());
        Relays relays = Relays.start(forwarding.targets(), needs, forwarding.reports());
        parts.started("relays", relays);
        return relays;
    }

    private static List<Probe> probes(Relays relays, Probe... own) {
        List<Probe> probes = new ArrayList<>(List.of(own));
        relays.statuses()
                .forEach(relay ->
                        probes.add(RunningProbes.relay(relays, relay.target().name())));
        return probes;
    }

    /** Asks for what is missing, unless the operator does not want it. */
    private WakeUp backFill(
            RecordStore store, LiveRegistry registry, JudgementRules rules, Requests requests, Downlink downlink) {
        if (!config.get(Settings.BACKFILL_ASK)) {
            return now -> {};
        }
        AskedLoggers loggers =
                new AskedLoggers(requests.desk(), downlink, registry, config.get(Settings.EXCHANGE_SYSTEM_CODE), clock);
        return new BackFillDesk(
                store,
                registry::snapshot,
                rules.parameters(),
                new Excuses(rules.marks()),
                loggers,
                BackFillOptions.defaults());
    }

    private static CamelContext idleCamel() {
        CamelContext camel = new DefaultCamelContext();
        camel.getShutdownStrategy().setTimeout(PATIENCE_SECONDS);
        camel.start();
        return camel;
    }

    private CamelContext camel(CamelContext camel, JournalComponent readers, LiveRegistry registry) {
        Hj212Component connector = new Hj212Component();
        connector.setStations(registry);
        connector.setOptions(given.loggers());
        connector.setClock(clock);
        camel.addComponent("journal", readers);
        camel.addComponent("hj212", connector);
        // a second time: its routes end before what they write to
        parts.started("routes", camel);
        return camel;
    }

    /** Opens the door for loggers: what they send is kept from now on. */
    private Hj212Consumer takeIn(CamelContext camel, Intake intake) throws Exception {
        String address = config.get(Settings.HJ212_HOST) + ":" + config.get(Settings.HJ212_PORT);
        camel.addRoutes(new IntakeRoute("hj212:" + address, intake));
        parts.started("intake", () -> camel.getRouteController().stopRoute(IntakeRoute.ID));
        Route route = Objects.requireNonNull(camel.getRoute(IntakeRoute.ID), "the route that was just added");
        Hj212Consumer consumer = (Hj212Consumer) route.getConsumer();
        loggerPort = consumer.port();
        return consumer;
    }

    private void serve(ApiServer api, EventSignal signal) throws Exception {
        webPort = await(api.start());
        parts.started("api", () -> await(api.close()));
        EventSignal.Subscription waking = signal.subscribe(last -> api.wake());
        parts.started("events", waking);
        meter(new ApiGauges(api));
    }

    /** Opens something on a thread of its own; it is closed again also if nobody asks for it. */
    private <T extends AutoCloseable> CompletableFuture<T> beside(String name, Supplier<T> open) {
        CompletableFuture<T> opening =
                CompletableFuture.supplyAsync(open, command -> new Thread(command, "opening-" + name).start());
        parts.started(name, () -> closeOpened(opening));
        return opening;
    }

    private static <T> T opened(CompletableFuture<T> opening) throws Exception {
        try {
            return opening.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }

    /** Closes what was opened, also if nobody has asked for it yet; nothing if it could not be opened. */
    private static void closeOpened(CompletableFuture<? extends AutoCloseable> opening) throws Exception {
        AutoCloseable opened = opening.handle((one, failed) -> failed == null ? one : (AutoCloseable) () -> {})
                .join();
        opened.close();
    }

    private void meter(MeterBinder... binders) {
        for (MeterBinder binder : binders) {
            metrics.add(binder);
        }
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
