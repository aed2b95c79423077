package io.stackwatch.gateway.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.connectors.opcua.mapping.NodeRow;
import io.stackwatch.connectors.opcua.mapping.StatusProfiles;
import io.stackwatch.connectors.opcua.source.Rhythm;
import io.stackwatch.connectors.opcua.source.Security;
import io.stackwatch.core.limit.StandardLimits;
import io.stackwatch.core.measurement.DataFlag;
import io.stackwatch.core.registry.Boiler;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.records.MigratedFile;
import io.stackwatch.gateway.records.PlantRows;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.RegisteredFacts;
import io.stackwatch.gateway.records.RegisteredSource;
import io.stackwatch.gateway.records.RegistryRecords;
import io.stackwatch.gateway.records.SecretReference;
import io.stackwatch.gateway.records.SourceLogin;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sheets of docs/recipes/read-a-boiler-over-opcua.md. */
final class PlantSheetsTest {

    private static final String SOURCES =
            "id,endpoint,policy,mode,login,user,password,publishing_ms,sampling_ms,queue_size,keep_alive,lifetime,history,from";
    private static final String NODES =
            "source,node,outlet,factor,unit,scale,offset,statuses,deadband,sampling_ms,expected_s,from,until";
    private static final String BOILERS =
            "id,enterprise,name,steam_t_h,fuel,outlet,fate,document,ultra_low_on,networked_on,removal_evidence,from,mark";

    @TempDir
    Path folder;

    private RecordStore store;
    private RegistryImport sheets;

    @BeforeEach
    void open() throws IOException {
        store = RecordStore.open(MigratedFile.sqlite(folder.resolve("records.db")));
        sheets = new RegistryImport(store, StandardLimits.load());
        sheet("enterprises", "id,name,region,from", "E1,示例供热公司,371502,2026-01-01");
        sheet(
                "outlets",
                "id,enterprise,name,industry,factors,from",
                "DA001,E1,1号锅炉,D4430,a21026 a19001,2026-01-01",
                "DA002,E1,2号锅炉,D4430,a21026 a19001,2026-01-01");
        sheet(
                "opcua-sources",
                SOURCES,
                "PLANT-1,opc.tcp://10.1.2.3:4840/boiler,BASIC256_SHA256,,USER,reader,env:PLANT_1_PASSWORD,500,250,20,10,"
                        + "90,no,2026-01-01");
        sheet("opcua-statuses", "profile,status,flag", "plc,UNCERTAIN,N", "plc,0x808C0000,C");
        sheet(
                "opcua-nodes",
                NODES,
                "PLANT-1,ns=2;s=B01/SO2,DA001,a21026,ppm,0.1,-2,plc,0.5,5000,30,2026-01-01,",
                "PLANT-1,ns=2;s=B01/O2,DA001,a19001,%,,,,,,,2026-01-01,",
                "PLANT-1,ns=2;s=B01/Load,DA001,x45001,t/h,,,,,,,2026-01-01,");
        sheet(
                "boilers",
                BOILERS,
                "GL-01,E1,1号锅炉,75,COAL,DA001,KEPT,清单 2017-1,2017-10-20,2017-10-25,,2017-01-01,SECONDARY",
                "GL-02,E1,2号小锅炉,4.0,COAL,,REMOVED,清单 2017-1,,,烟囱已拆除 照片12,2017-01-01,UNVERIFIED");
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void sheet(String name, String... lines) throws IOException {
        Files.write(folder.resolve(name + ".csv"), List.of(lines));
    }

    private PlantRows takenOver() {
        ImportReport report = sheets.takeOver(folder);
        assertEquals(List.of(), report.errors());
        return store.read(RegistryRecords::load).plant();
    }

    private List<String> errors() {
        ImportReport report = sheets.takeOver(folder);
        assertFalse(report.takenOver());
        assertEquals(RegisteredFacts.EMPTY, store.read(RegistryRecords::load));
        return report.errors().stream().map(SheetError::toString).toList();
    }

    @Test
    void aDryRunCountsTheRowsAndTakesNothingOver() {
        ImportReport report = sheets.dryRun(folder);
        assertEquals(List.of(), report.errors());
        assertEquals(1, report.rows().get("opcua-sources.csv"));
        assertEquals(3, report.rows().get("opcua-nodes.csv"));
        assertEquals(2, report.rows().get("opcua-statuses.csv"));
        assertEquals(2, report.rows().get("boilers.csv"));
        assertEquals(RegisteredFacts.EMPTY, store.read(RegistryRecords::load));
    }

    @Test
    void aSourceIsKeptWithWhereItsPasswordStandsAndNotWithThePassword() {
        RegisteredSource source = takenOver().sources().get(0);
        assertEquals(new Mn("PLANT-1"), source.id());
        assertEquals("opc.tcp://10.1.2.3:4840/boiler", source.endpoint());
        assertEquals(
                new Security(Security.Policy.BASIC256_SHA256, Security.Mode.SIGN_AND_ENCRYPT),
                source.security(),
                "an empty mode is the strongest");
        assertEquals(
                new SourceLogin(SourceLogin.Kind.USER, "reader", new SecretReference("env:PLANT_1_PASSWORD")),
                source.login());
        assertEquals(new Rhythm(Duration.ofMillis(500), Duration.ofMillis(250), 20, 10, 90), source.rhythm());
        assertFalse(source.history());
    }

    @Test
    void whatIsNotSaidOfASourceIsTheUsual() throws IOException {
        sheet("opcua-sources", "id,endpoint,from", "PLANT-1,opc.tcp://10.1.2.3:4840,2026-01-01");
        RegisteredSource source = takenOver().sources().get(0);
        assertEquals(Security.none(), source.security());
        assertEquals(SourceLogin.ANONYMOUS, source.login());
        assertEquals(Rhythm.defaults(), source.rhythm());
        assertTrue(source.history());
    }

    @Test
    void aNodeIsKeptWithTheRowOfItsSheet() {
        List<NodeRow> nodes = takenOver().nodes();
        NodeRow sulphur = nodes.stream()
                .filter(node -> node.node().equals("ns=2;s=B01/SO2"))
                .findFirst()
                .orElseThrow();
        assertEquals(2, sulphur.row());
        assertEquals("ppm", sulphur.unit().symbol());
        assertEquals(new NodeRow.Scaling(new BigDecimal("0.1"), new BigDecimal("-2")), sulphur.scaling());
        assertEquals("plc", sulphur.statusProfile());
        assertEquals(
                new NodeRow.Watch(new BigDecimal("0.5"), Optional.of(Duration.ofSeconds(5)), Duration.ofSeconds(30)),
                sulphur.watch());
        NodeRow oxygen =
                nodes.stream().filter(node -> node.row() == 3).findFirst().orElseThrow();
        assertEquals(NodeRow.Scaling.NONE, oxygen.scaling());
        assertEquals(StatusProfiles.DEFAULT, oxygen.statusProfile());
        assertEquals(new NodeRow.Watch(BigDecimal.ZERO, Optional.empty(), Duration.ofMinutes(1)), oxygen.watch());
    }

    @Test
    void profilesOfStatusCodesAndBoilersAreKeptToo() {
        PlantRows plant = takenOver();
        assertEquals(new DataFlag("C"), StatusProfiles.with(plant.statuses()).flag("plc", 0x808C_0000L));
        Boiler kept = plant.boilers().get(0);
        assertEquals(new BigDecimal("75"), kept.steamTonsPerHour());
        assertEquals(Optional.of(LocalDate.parse("2017-10-25")), kept.history().networkedOn());
        assertEquals(Optional.of("烟囱已拆除 照片12"), plant.boilers().get(1).history().removalEvidence());
    }

    @Test
    void theSameSheetsAgainChangeNothing() {
        PlantRows once = takenOver();
        assertEquals(once, takenOver());
    }

    @Test
    void aPasswordInTheSheetIsRefusedAndNotRepeated() throws IOException {
        sheet(
                "opcua-sources",
                "id,endpoint,login,user,password,from",
                "PLANT-1,opc.tcp://h:1,USER,reader,geheim,2026-01-01");
        assertEquals(
                List.of(
                        "opcua-sources.csv row 2 column password: found '(not shown)', expected where the password stands,"
                                + " not the password: env:NAME or file:PATH"),
                errors());
    }

    @Test
    void everyCellOfASourceThatCannotBeUsedIsNamed() throws IOException {
        sheet(
                "opcua-sources",
                SOURCES,
                "PLANT.1,http://h,BASIC256,SIGN,USER,,env:A,5,x,0,0,2,perhaps,2026-01-01",
                "PLANT-2,opc.tcp://h:1,NONE,SIGN,ANONYMOUS,reader,,,,,,,,2026-01-01",
                "PLANT-3,opc.tcp://h:1,NONE,,CERTIFICATE,own.der,env:KEY,,,,10,29,,2026-01-01");
        List<String> cells = sheets.dryRun(folder).errors().stream()
                .filter(error -> error.sheet().equals("opcua-sources.csv"))
                .map(error -> error.row() + " " + error.column())
                .toList();
        assertEquals(
                List.of(
                        "2 id",
                        "2 endpoint",
                        "2 policy",
                        "2 user",
                        "2 publishing_ms",
                        "2 sampling_ms",
                        "2 queue_size",
                        "2 keep_alive",
                        "2 lifetime",
                        "2 history",
                        "3 mode",
                        "3 user",
                        "4 password",
                        "4 lifetime"),
                cells);
    }

    @Test
    void everyCellOfANodeThatCannotBeUsedIsNamed() throws IOException {
        sheet("opcua-nodes", NODES, "PLANT-1,B01/SO2,DA001,a21026,mg/m3,0,1E9,default,-1,1,0,2026-01-01,");
        assertEquals(
                List.of("node", "scale", "offset", "deadband", "sampling_ms", "expected_s"),
                sheets.dryRun(folder).errors().stream().map(SheetError::column).toList());
    }

    @Test
    void aUnitThatCannotBeConvertedAndAFactorOfNobodyAreErrorsOfTheirRows() throws IOException {
        sheet(
                "opcua-nodes",
                NODES,
                "PLANT-1,ns=2;s=A,DA001,a21026,kPa,,,,,,,2026-01-01,",
                "PLANT-1,ns=2;s=B,DA001,zz1,mg/m3,,,,,,,2026-01-01,");
        assertEquals(
                List.of(
                        "opcua-nodes.csv row 2 column unit: found 'kPa', expected a unit that can be converted into that of"
                                + " a21026 (unit-conversions.csv)",
                        "opcua-nodes.csv row 3 column factor: found 'zz1', expected a code of factor-codes.csv"),
                errors());
    }

    @Test
    void whatPointsToNothingIsNamed() throws IOException {
        sheet("opcua-nodes", NODES, "PLANT-9,ns=2;s=A,DA777,a21026,mg/m3,,,mine,,,,2026-01-01,");
        sheet("boilers", BOILERS, "GL-01,E9,1号锅炉,75,COAL,DA777,KEPT,x,,,,2017-01-01,SECONDARY");
        assertEquals(
                List.of(
                        "opcua-nodes.csv row 2 column source: found 'PLANT-9', expected a registered source",
                        "opcua-nodes.csv row 2 column outlet: found 'DA777', expected a registered outlet",
                        "opcua-nodes.csv row 2 column statuses: found 'mine', expected one of [default, plc]",
                        "boilers.csv row 2 column enterprise: found 'E9', expected a registered enterprise",
                        "boilers.csv row 2 column outlet: found 'DA777', expected empty or a registered outlet"),
                errors());
    }

    @Test
    void oneNodeForAFactorAndOneSourceForAnOutletAtATime() throws IOException {
        sheet(
                "opcua-sources",
                "id,endpoint,from",
                "PLANT-1,opc.tcp://h:1,2026-01-01",
                "PLANT-1,opc.tcp://h:2,2026-06-01",
                "PLANT-2,opc.tcp://h:3,2026-01-01");
        sheet(
                "opcua-nodes",
                NODES,
                "PLANT-1,ns=2;s=A,DA001,a21026,mg/m3,,,,,,,2026-01-01,2026-06-01",
                "PLANT-1,ns=2;s=B,DA001,a21026,mg/m3,,,,,,,2026-05-01,",
                "PLANT-1,ns=2;s=C,DA002,a21026,mg/m3,,,,,,,2026-01-01,",
                "PLANT-2,ns=2;s=C,DA002,a19001,%,,,,,,,2026-01-01,");
        List<String> cells = sheets.dryRun(folder).errors().stream()
                .map(error -> error.sheet() + " " + error.row() + " " + error.column())
                .toList();
        assertEquals(
                List.of("opcua-sources.csv 3 from", "opcua-nodes.csv 3 factor", "opcua-nodes.csv 5 source"), cells);
    }

    @Test
    void aBoilerThatWasReplacedDoesNotBurnCoalAndOneWithoutSizeIsNone() throws IOException {
        sheet(
                "boilers",
                BOILERS,
                "GL-01,E1,1号锅炉,75,COAL,,REPLACED,x,,,,2017-01-01,SECONDARY",
                "GL-02,E1,2号锅炉,0,WOOD,,GONE,x,2017-13-01,,,2017-01-01,SECONDARY");
        assertEquals(
                List.of("2 fuel", "3 steam_t_h", "3 fuel", "3 fate", "3 ultra_low_on"),
                sheets.dryRun(folder).errors().stream()
                        .map(error -> error.row() + " " + error.column())
                        .toList());
    }

    @Test
    void aLoggerCannotTakeTheNameOfADerivedStation() throws IOException {
        sheet("stations", "mn,outlet,edition,password,from", "OPC.PLANT-1.DA001,DA001,2017,123456,2026-01-01");
        assertEquals(
                List.of("stations.csv row 2 column mn: found 'OPC.PLANT-1.DA001', expected 1 to 64 characters, not"
                        + " beginning with OPC."),
                errors());
    }
}
