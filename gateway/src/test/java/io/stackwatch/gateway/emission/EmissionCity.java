package io.stackwatch.gateway.emission;

import io.stackwatch.core.emission.DryFlow;
import io.stackwatch.core.emission.FlowBasis;
import io.stackwatch.core.emission.HourEmission.Measured;
import io.stackwatch.core.emission.Mass;
import io.stackwatch.core.evidence.EvidenceRef;
import io.stackwatch.core.exceedance.Fraction;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.limit.StandardLimits;
import io.stackwatch.core.measurement.Concentration;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.quality.QaRule;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.judgement.JudgementRules;
import io.stackwatch.gateway.marking.ProofShelf;
import io.stackwatch.gateway.marking.StoredMarks;
import io.stackwatch.gateway.quality.StoredChecks;
import io.stackwatch.gateway.records.CursorPlace;
import io.stackwatch.gateway.records.EmissionHourRecords;
import io.stackwatch.gateway.records.EmissionHourRow;
import io.stackwatch.gateway.records.EventSignal;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.RegistryRecords;
import io.stackwatch.gateway.records.SqlRecordsView;
import io.stackwatch.gateway.records.StoreOptions;
import io.stackwatch.gateway.registry.ImportReport;
import io.stackwatch.gateway.registry.RegistryImport;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Two outlets of one enterprise that report SO2 since the first of November, and the desks over their records. */
public final class EmissionCity implements AutoCloseable {

    public static final FactorCode SO2 = new FactorCode("a21026");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    public final RecordStore store;
    private final Path folder;
    private final Clock clock;
    private final List<EmissionHourRow> waiting = new ArrayList<>();
    private RegistrySnapshot registry;

    /** @param now as far as the records have come, local */
    public EmissionCity(StoreOptions options, Path folder, String now) throws IOException {
        this.store = RecordStore.open(options);
        this.folder = Files.createDirectories(folder);
        this.clock = Clock.fixed(at(now), ZoneOffset.UTC);
        sheet("enterprises", "id,name,region,from", "E1,示例热电厂,371502,2026-11-01");
        sheet(
                "outlets",
                "id,enterprise,name,industry,factors,from",
                "DA001,E1,1号锅炉,D4412,a21026 a19001,2026-11-01",
                "DA002,E1,2号锅炉,D4412,a21026 a19001,2026-11-01");
        sheet(
                "stations",
                "mn,outlet,edition,password,from",
                "3715020000000001,DA001,2017,123456,2026-11-01",
                "3715020000000002,DA002,2017,123456,2026-11-01");
        takeOver();
        store.write(handle -> {
            new CursorPlace(1, at(now)).save(handle, "core");
            return 1;
        });
    }

    public static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    public EmissionCity sheet(String name, String... lines) throws IOException {
        Files.write(folder.resolve(name + ".csv"), List.of(lines));
        return this;
    }

    /** What the import says; the desks know it at once. */
    public ImportReport imported() {
        ImportReport report = new RegistryImport(store, StandardLimits.load(), clock).takeOver(folder);
        registry = RegistrySnapshot.of(store.read(RegistryRecords::load), StandardLimits.load());
        return report;
    }

    public EmissionCity takeOver() {
        ImportReport report = imported();
        if (!report.errors().isEmpty()) {
            throw new IllegalStateException("the sheets are wrong: " + report.errors());
        }
        return this;
    }

    /** Hours one after the other, each of so many kilograms. */
    public EmissionCity hours(String outlet, String from, int hours, long kilograms) {
        for (int i = 0; i < hours; i++) {
            waiting.add(new EmissionHourRow(
                    new FactorHour(new OutletId(outlet), SO2, at(from).plusSeconds(3_600L * i)),
                    1,
                    new Measured(
                            new Mass(kilograms * 1_000_000),
                            Concentration.of("28"),
                            new DryFlow(Fraction.of(new BigDecimal("643174"))),
                            FlowBasis.REPORTED_DRY_STANDARD),
                    at(from),
                    List.of(new EvidenceRef(7, "a".repeat(64)))));
        }
        store.write(handle -> {
            EmissionHourRecords.insert(handle, waiting);
            return waiting.size();
        });
        waiting.clear();
        return this;
    }

    public StoredEmissions emissions() {
        return new StoredEmissions(store, () -> registry, EmissionRules.load(RuleParameters.load()), "core");
    }

    /** The records have come further. */
    public EmissionCity recordedUntil(String now) {
        store.write(handle -> {
            new CursorPlace(1, at(now)).save(handle, "core");
            return 1;
        });
        return this;
    }

    /** Looks at every permitted total once. */
    public TotalAlarms totalAlarms(EventSignal signal) {
        return new TotalAlarms(
                store,
                () -> registry,
                EmissionRules.load(RuleParameters.load()),
                "core",
                signal,
                new TotalOptions(Duration.ZERO, 100));
    }

    public SqlRecordsView view() {
        return new SqlRecordsView(store, () -> registry.registry());
    }

    public StoredChecks checks() {
        return new StoredChecks(store, () -> registry, QaRule.load(), RuleParameters.load(), clock);
    }

    /** Where marks are filed and decided at a local time. */
    public StoredMarks marks(String now) {
        return new StoredMarks(
                store,
                () -> registry,
                JudgementRules.load(),
                new ProofShelf(folder, 1_000),
                new EventSignal(),
                Clock.fixed(at(now), ZoneOffset.UTC));
    }

    @Override
    public void close() {
        store.close();
    }
}
