package io.stackwatch.gateway.audit;

import io.stackwatch.core.enforcement.CaseId;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.limit.StandardLimits;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.supervision.MonthCalendar;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.RegistryRecords;
import io.stackwatch.gateway.registry.ImportReport;
import io.stackwatch.gateway.registry.RegistryImport;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The city of the worked example in a store: its enterprises and outlets are registered, and its months are those of
 * {@link MadeMonths}.
 */
public final class AuditedCity {

    public static final Instant NOW = Instant.parse("2026-12-20T00:00:00Z");

    private final RecordStore store;
    private final Clerk clerk;
    private final StoredAudit desk;

    private AuditedCity(RecordStore store, Clerk clerk, StoredAudit desk) {
        this.store = store;
        this.clerk = clerk;
        this.desk = desk;
    }

    /** Registers the city and puts a desk over it. Nothing is closed yet. */
    public static AuditedCity in(RecordStore store, Path folder, MonthSource source) throws IOException {
        register(store, folder);
        RuleParameters parameters = RuleParameters.load();
        Clerk clerk = new Clerk(store, source, MonthCalendar.load(), "0.1.0-test");
        RegistrySnapshot snapshot = RegistrySnapshot.of(store.read(RegistryRecords::load), List.of());
        return new AuditedCity(
                store,
                clerk,
                new StoredAudit(
                        store,
                        clerk,
                        new CoverageSurvey(store, () -> snapshot, parameters, Clock.fixed(NOW, ZoneOffset.UTC)),
                        () -> snapshot.registry().outletIds(),
                        StoredAudit.Rules.load(parameters),
                        new PaperShelf(store, Papers.figures().and(AuditedCity::note), folder.resolve("shelf"))));
    }

    private static List<PaperFile> note(PaperBrief brief, Path folder) throws IOException {
        Path file = folder.resolve("note-" + brief.stem() + ".txt");
        Files.writeString(file, "ok\n");
        return List.of(PaperFile.of(file, "text/plain; charset=utf-8"));
    }

    private static void register(RecordStore store, Path folder) throws IOException {
        Path sheets = Files.createDirectories(folder.resolve("sheets"));
        Files.write(
                sheets.resolve("enterprises.csv"),
                List.of(
                        "id,name,region,from",
                        "A,甲热电有限公司,371502,2020-01-01",
                        "B,乙水泥,371502,2020-01-01",
                        "C,丙玻璃厂,371503,2020-01-01"));
        Files.write(
                sheets.resolve("outlets.csv"),
                List.of(
                        "id,enterprise,name,industry,stack_height_m,factors,from",
                        "A-DA001,A,1号锅炉,D4412,80,a21026,2020-01-01",
                        "A-DA002,A,2号锅炉,D4412,80,a21026,2020-01-01",
                        "B-DA001,B,窑尾,C3011,,a34013,2020-01-01",
                        "C-DA001,C,包装,C2319,15,a21026,2020-01-01"));
        Files.write(
                sheets.resolve("stations.csv"),
                List.of(
                        "mn,outlet,edition,password_policy,password,refused_findings,peers,from",
                        "M1,A-DA001,2017,IGNORE,,,,2020-06-01"));
        ImportReport report = new RegistryImport(store, StandardLimits.load()).takeOver(sheets);
        if (!report.errors().isEmpty()) {
            throw new IllegalStateException("the sheets are wrong: " + report.errors());
        }
    }

    /** Lets the clerk do what is due. */
    public AuditedCity closed() {
        clerk.fire(NOW);
        return this;
    }

    public StoredAudit desk() {
        return desk;
    }

    /** A candidate case on one hour of a day, and what became of the hour since. */
    public void exceeding(String outlet, String factor, LocalDate day, String... outcomes) {
        long hour = day.atStartOfDay(ZoneOffset.ofHours(8)).toInstant().toEpochMilli();
        String id = CaseId.of(new OutletId(outlet), new FactorCode(factor), day).value();
        store.write(handle -> {
            for (int version = 1; version <= outcomes.length; version++) {
                handle.execute(
                        """
                        INSERT INTO hour_verdict (outlet, hour_start, factor, version, outcome, detail, findings,
                          report_version, known_at, evidence) VALUES (?, ?, ?, ?, ?, '', '', 1, ?, '')""",
                        outlet,
                        hour,
                        factor,
                        version,
                        outcomes[version - 1],
                        hour);
            }
            handle.execute(
                    "INSERT INTO candidate_case (id, outlet, factor, day, opened_at, limits, findings)"
                            + " VALUES (?, ?, ?, ?, ?, '', '')",
                    id,
                    outlet,
                    factor,
                    day.toString(),
                    hour);
            handle.execute("INSERT INTO case_hour (case_id, hour_start, verdict_version) VALUES (?, ?, 1)", id, hour);
            return true;
        });
    }
}
