package io.stackwatch.gateway.evidence;

import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.core.enforcement.CaseId;
import io.stackwatch.core.limit.Averaging;
import io.stackwatch.core.limit.Limit;
import io.stackwatch.core.limit.LimitId;
import io.stackwatch.core.limit.LimitScope;
import io.stackwatch.core.limit.LimitSource;
import io.stackwatch.core.measurement.Concentration;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.measurement.OxygenContent;
import io.stackwatch.core.quality.QaRule;
import io.stackwatch.core.registry.CemsDuty;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Enterprise;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.IndustryCode;
import io.stackwatch.core.registry.MinuteEvidence;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.Outlet;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.Region;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.core.registry.RegistryRows;
import io.stackwatch.core.registry.Station;
import io.stackwatch.core.registry.Verification;
import io.stackwatch.core.transmission.AssessedFactor;
import io.stackwatch.gateway.api.FrameReader;
import io.stackwatch.gateway.api.Hj212FrameReader;
import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.journal.Journal;
import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.journal.MemoryJournal;
import io.stackwatch.gateway.judgement.CoreCursor;
import io.stackwatch.gateway.judgement.JudgementOptions;
import io.stackwatch.gateway.judgement.JudgementRules;
import io.stackwatch.gateway.marking.ProofShelf;
import io.stackwatch.gateway.marking.StoredMarks;
import io.stackwatch.gateway.quality.StoredChecks;
import io.stackwatch.gateway.records.EventSignal;
import io.stackwatch.gateway.records.MigratedFile;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.RegisteredFacts;
import io.stackwatch.gateway.records.RegistryRecords;
import io.stackwatch.gateway.records.SqlRecordsView;
import io.stackwatch.gateway.records.StationSettings;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * One outlet whose SO2 was above its permit in two hours of 2026-11-24, judged as a gateway does it, with minute frames, a frame with a
 * wrong checksum, and a revision that came after the case was opened. The measured oxygen is 8 %, the reference 6 %.
 */
public final class ExceedingCity implements AutoCloseable {

    static final Instant LATER = instant("2026-11-26T10:00:00");

    private static final Instant FROM = Instant.parse("2025-12-31T16:00:00Z");
    private static final DateTimeFormatter WIRE = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final OutletId OUTLET = new OutletId("DA1");
    private static final FactorCode SO2 = new FactorCode("a21026");
    private static final String MN = "M1";

    private final MemoryJournal journal = new MemoryJournal();
    private final JudgementRules rules = JudgementRules.load();
    private final RecordStore store;
    private final RegistrySnapshot registry;
    private final CoreCursor cursor;
    private final Path folder;

    public ExceedingCity(Path folder) {
        this.folder = folder;
        this.store = RecordStore.open(MigratedFile.sqlite(folder.resolve("records.db")));
        RegisteredFacts facts = facts();
        store.write(handle -> {
            RegistryRecords.save(handle, facts);
            return facts;
        });
        this.registry = RegistrySnapshot.of(store.read(RegistryRecords::load), List.of());
        this.cursor = new CoreCursor(store, () -> registry, rules, new EventSignal(), JudgementOptions.defaults());
        cursor.begin(instant("2026-11-24T08:30:00"));
        live();
    }

    private void live() {
        arrives("2026-11-24T08:00:20", Arrival.Disposition.REFUSED, "crc=WRONG", "##0012garbled1234\r\n");
        arrives("2026-11-24T08:01:10", minute("2026-11-24T08:00:00", "44.1", "N"));
        arrives("2026-11-24T08:02:10", minute("2026-11-24T08:01:00", "45.3", "N"));
        arrives("2026-11-24T09:00:20", hour("2026-11-24T08:00:00", "44.0", "50.77", "N"));
        arrives("2026-11-24T10:00:20", hour("2026-11-24T09:00:00", "33.2", "38.31", "N"));
        arrives("2026-11-24T11:00:20", hour("2026-11-24T10:00:00", "20.0", "23.08", "N"));
        cursor.fire(instant("2026-11-25T13:00:06"), journal::head);
        arrives("2026-11-26T09:00:00", hour("2026-11-24T09:00:00", "30.0", "34.62", "N"));
    }

    private void arrives(String local, String command) {
        arrives(local, Arrival.Disposition.ACCEPTED, "crc=HJ212", frame(command));
    }

    private void arrives(String local, Arrival.Disposition disposition, String detail, String frame) {
        journal.append(
                new Arrival(
                        instant(local),
                        "hj212",
                        "127.0.0.1:5000",
                        Optional.of(new Mn(MN)),
                        disposition,
                        detail,
                        frame.getBytes(StandardCharsets.UTF_8)),
                new Journal.Receipt() {
                    @Override
                    public void durable(long sequence) {}

                    @Override
                    public void refused(Journal.Refusal why) {
                        throw new AssertionError(why);
                    }
                });
        cursor.apply(List.of(journal.read(journal.head()).orElseThrow()));
    }

    /** The case that was opened. */
    public CaseId candidate() {
        return view().cases(Optional.empty(), Optional.empty(), 10)
                .rows()
                .get(0)
                .id();
    }

    /** Where it is kept. */
    public RecordStore store() {
        return store;
    }

    /** Who and what is registered. */
    public RegistrySnapshot registry() {
        return registry;
    }

    /** The package as of a moment after the revision. */
    public EvidencePackage made(ActsOfCase acts) {
        return packages(acts).of(candidate(), LATER).orElseThrow();
    }

    EvidencePackages packages(ActsOfCase acts) {
        Clock clock = Clock.fixed(LATER, ZoneOffset.UTC);
        return new EvidencePackages(
                new EvidenceSources(
                        view(),
                        journal,
                        () -> registry,
                        rules,
                        new StoredMarks(
                                store,
                                () -> registry,
                                rules,
                                new ProofShelf(folder.resolve("proofs"), 1024),
                                new EventSignal(),
                                clock),
                        new StoredChecks(store, () -> registry, QaRule.load(), rules.parameters(), clock),
                        ExceedingCity.fields(new Hj212FrameReader(arrival -> registry.profileOf(arrival))),
                        acts),
                factor -> factor.equals(SO2) ? "二氧化硫" : factor.value());
    }

    private static FrameFields fields(FrameReader reader) {
        return record -> reader.content(record)
                .map(content -> new FrameFields.Said(
                        content.header().stream()
                                .filter(field -> field.name().equals("CN"))
                                .map(FrameReader.Field::value)
                                .findFirst()
                                .orElse(""),
                        content.items().stream()
                                .map(item -> new FrameFields.Item(item.name(), item.value()))
                                .toList()));
    }

    JournalRecord record(long sequence) {
        return journal.read(sequence).orElseThrow();
    }

    /** All that arrived, in order. */
    public List<Arrival> arrivals() {
        return LongStream.rangeClosed(1, journal.head())
                .mapToObj(sequence -> record(sequence).arrival())
                .toList();
    }

    private SqlRecordsView view() {
        return new SqlRecordsView(store, () -> registry.registry());
    }

    @Override
    public void close() {
        store.close();
    }

    private static Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(LegalTime.ZONE).toInstant();
    }

    private static String minute(String start, String so2, String flag) {
        return "CN=2051;CP=&&DataTime=" + LocalDateTime.parse(start).format(WIRE) + ";a21026-Avg=" + so2
                + ",a21026-Flag=" + flag + ";a19001-Avg=8.0,a19001-Flag=N&&";
    }

    private static String hour(String start, String so2, String converted, String flag) {
        return "CN=2061;CP=&&DataTime=" + LocalDateTime.parse(start).format(WIRE) + ";a21026-Avg=" + so2
                + ",a21026-ZsAvg=" + converted + ",a21026-Flag=" + flag + ";a19001-Avg=8.0,a19001-Flag=N&&";
    }

    private static String frame(String command) {
        String segment = "QN=20261124000000000;ST=31;PW=123456;MN=" + MN + ";Flag=5;" + command;
        int crc = 0xFFFF;
        for (byte b : segment.getBytes(StandardCharsets.UTF_8)) {
            crc = (crc >> 8) ^ (b & 0xFF);
            for (int i = 0; i < 8; i++) {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xA001 : crc >> 1;
            }
        }
        return String.format("##%04d%s%04X\r\n", segment.length(), segment, crc);
    }

    private static RegisteredFacts facts() {
        Effective since = Effective.since(FROM);
        Outlet outlet = new Outlet(
                OUTLET,
                new EnterpriseId("E1"),
                "1号锅炉",
                new IndustryCode("D4412"),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                MinuteEvidence.LOGGER_FLAG_UNLESS_CONTRADICTED,
                since);
        Limit permit = new Limit(
                new LimitId("P1"),
                new LimitScope.OfOutlet(OUTLET),
                SO2,
                Concentration.of("35"),
                Optional.of(OxygenContent.of("6")),
                Averaging.HOUR,
                LimitSource.PERMIT,
                "91371500示例001P",
                "",
                since,
                Verification.VERIFIED);
        return new RegisteredFacts(
                new RegistryRows(
                        List.of(new Region(
                                new RegionCode("371502"),
                                "东昌府区",
                                "Dongchangfu",
                                Optional.empty(),
                                since,
                                Verification.VERIFIED)),
                        List.of(new Enterprise(new EnterpriseId("E1"), "示例热电厂", new RegionCode("371502"), since)),
                        List.of(outlet),
                        List.of(new Station(new Mn(MN), OUTLET, since)),
                        List.of(new CemsDuty(OUTLET, CemsDuty.Basis.CITY_LIST, "示例名录", Verification.VERIFIED, since)),
                        List.of()),
                List.of(new AssessedFactor(OUTLET, SO2, since), new AssessedFactor(OUTLET, FactorCode.OXYGEN, since)),
                List.of(new StationSettings(StationProfile.strict(new Mn(MN), "123456"), since)),
                List.of(permit));
    }
}
