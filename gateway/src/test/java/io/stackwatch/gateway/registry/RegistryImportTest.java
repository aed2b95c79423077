package io.stackwatch.gateway.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.connectors.hj212.cipher.Encryption;
import io.stackwatch.connectors.hj212.session.Admittance;
import io.stackwatch.connectors.hj212.session.Dialogue;
import io.stackwatch.connectors.hj212.session.Finding;
import io.stackwatch.connectors.hj212.session.PeerRange;
import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.core.limit.StandardLimits;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.gateway.records.CipherTerms;
import io.stackwatch.gateway.records.MigratedFile;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.RegisteredFacts;
import io.stackwatch.gateway.records.RegistryRecords;
import io.stackwatch.gateway.records.StationSettings;
import io.stackwatch.gateway.trail.ActsInTrail;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sheets of docs/recipes/register-an-outlet.md. */
final class RegistryImportTest {

    private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");
    private static final String MN = "010000A8900016F000169DC0";

    @TempDir
    Path folder;

    private RecordStore store;
    private RegistryImport sheets;

    @BeforeEach
    void open() throws IOException {
        store = RecordStore.open(MigratedFile.sqlite(folder.resolve("records.db")));
        sheets = new RegistryImport(store, StandardLimits.load());
        sheet("enterprises", "id,name,region,from", "E1,示例热电厂,371502,2026-01-01");
        sheet(
                "outlets",
                "id,enterprise,name,industry,stack_height_m,control_zone,factors,from",
                "DA001,E1,1号锅炉,D4412,80,KEY,a21026 a21002 a34013 a19001,2026-01-01");
        sheet(
                "stations",
                "mn,outlet,edition,crc,password,minute_interval_min,label_at_end,units,from",
                MN + ",DA001,2017,MODBUS,123456,10,yes,a00000=m3/h a01006=hPa,2026-01-01");
        sheet(
                "permits",
                "id,outlet,factor,limit_mg_m3,reference_o2_pct,instrument,from,mark",
                "P1,DA001,a21026,35,6,91371500示例001P,2026-01-01,VERIFIED");
        sheet("duties", "outlet,basis,document,from,mark", "DA001,CITY_LIST,聊环发 2026 1号,2026-01-01,SECONDARY");
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void sheet(String name, String... lines) throws IOException {
        Files.write(folder.resolve(name + ".csv"), List.of(lines));
    }

    @Test
    void whoTakesSheetsOverIsInTheTrailWithTheSheetsOrNothingIsTakenOver() throws IOException {
        RegistryImport dated = new RegistryImport(store, StandardLimits.load(), Clock.fixed(NOON, ZoneOffset.UTC));
        dated.dryRun(folder);
        assertEquals(List.of(), ActsInTrail.told(store), "a dry run is no act");
        ActsInTrail.wholeOrAbsent(store, 1, () -> dated.takeOver(folder, "王工", "permit of November"));
        assertEquals(
                List.of("UNSTATED 王工 SHEETS_TAKEN_OVER registry-import:1 permit of November"), ActsInTrail.told(store));
        assertEquals(NOON, ActsInTrail.rows(store).get(0).at());
        assertEquals(
                List.of("duties.csv", "enterprises.csv", "outlets.csv", "permits.csv", "stations.csv"),
                store.read(handle -> handle.createQuery("SELECT sheet FROM registry_import_sheet ORDER BY sheet")
                        .mapTo(String.class)
                        .list()));
        ActsInTrail.changedIsNamed(
                store, 1, "UPDATE registry_import_sheet SET sha256 = 'x' WHERE sheet = 'permits.csv'");
        sheet("outlets", "id,enterprise", "DA001");
        assertFalse(dated.takeOver(folder, "王工", "again").takenOver());
        assertEquals(1, ActsInTrail.rows(store).size(), "what is refused is no act");
    }

    @Test
    void aDryRunChecksEverythingAndTakesNothingOver() {
        ImportReport report = sheets.dryRun(folder);
        assertEquals(List.of(), report.errors());
        assertFalse(report.takenOver());
        assertEquals(1, report.rows().get("stations.csv"));
        assertEquals(RegisteredFacts.EMPTY, store.read(RegistryRecords::load));
    }

    @Test
    void whatIsTakenOverAnswersFromMemoryAfterARefresh() {
        LiveRegistry live = new LiveRegistry(store, Clock.fixed(NOON, ZoneOffset.UTC));
        assertEquals(Optional.empty(), live.profile(new Mn(MN)));
        assertTrue(sheets.takeOver(folder).takenOver());
        assertEquals(Optional.empty(), live.profile(new Mn(MN)), "until it is refreshed");
        live.refresh();

        StationProfile profile = live.profile(new Mn(MN)).orElseThrow();
        assertEquals(StationProfile.CrcMode.MODBUS, profile.crcMode());
        assertEquals(StationProfile.PasswordPolicy.REJECT, profile.passwordPolicy());
        assertEquals(Duration.ofMinutes(10), profile.minuteInterval());
        assertTrue(profile.labelAtEnd());
        assertEquals(Optional.of(new Unit("hPa")), profile.unit(new FactorCode("a01006")));

        RegistrySnapshot snapshot = live.snapshot();
        assertEquals(
                "东昌府区",
                snapshot.registry()
                        .regionAt(new RegionCode("371502"), NOON)
                        .orElseThrow()
                        .chineseName());
        assertEquals(
                Optional.of(new RegionCode("371523")),
                snapshot.registry()
                        .regionAt(new RegionCode("371503"), NOON)
                        .orElseThrow()
                        .predecessor());
        assertEquals(
                4, snapshot.dueHours().factorsAt(new OutletId("DA001"), NOON).size());
        assertTrue(snapshot.registry().dutyAt(new OutletId("DA001"), NOON).isPresent());
        assertEquals("P1", snapshot.facts().permits().get(0).id().value());
    }

    @Test
    void theSameSheetsAgainChangeNothing() {
        sheets.takeOver(folder);
        RegisteredFacts once = store.read(RegistryRecords::load);
        sheets.takeOver(folder);
        assertEquals(once, store.read(RegistryRecords::load));
    }

    @Test
    void anErrorNamesSheetRowColumnAndWhatWasExpectedAndNothingIsTakenOver() throws IOException {
        sheet(
                "stations",
                "mn,outlet,edition,crc,password,from",
                MN + ",DA001,2018,MODBUS,,2026-01-01",
                "M2,DA001,2017,CRC32,x,01.01.2026");
        ImportReport report = sheets.takeOver(folder);
        assertFalse(report.takenOver());
        assertEquals(
                List.of(
                        "stations.csv row 2 column edition: found '2018', expected 2005, 2017 or 2025",
                        "stations.csv row 2 column password: found '', expected a password, or IGNORE as password_policy",
                        "stations.csv row 3 column crc: found 'CRC32', expected one of [HJ212, MODBUS, MODBUS_SWAPPED, LENIENT]",
                        "stations.csv row 3 column from: found '01.01.2026', expected a day such as 2026-01-01 or an instant"
                                + " with its offset"),
                report.errors().stream().map(SheetError::toString).toList());
        assertEquals(RegisteredFacts.EMPTY, store.read(RegistryRecords::load));
    }

    @Test
    void aColumnThatNobodyKnowsIsAnErrorAndSoIsOneThatIsMissing() throws IOException {
        sheet("duties", "outlet,bases,document,from,mark", "DA001,CITY_LIST,x,2026-01-01,SECONDARY");
        List<SheetError> errors = sheets.dryRun(folder).errors();
        assertEquals(2, errors.size(), errors.toString());
        assertTrue(errors.stream()
                .allMatch(error -> error.row() == 1 && error.sheet().equals("duties.csv")));
    }

    @Test
    void rowsThatContradictEachOtherAreNamed() throws IOException {
        sheet(
                "outlets",
                "id,enterprise,name,industry,factors,from",
                "DA001,E9,1号锅炉,D4412,a21026,2026-01-01",
                "DA001,E1,1号锅炉,D4412,a21026,2026-06-01");
        sheet(
                "permits",
                "id,outlet,factor,limit_mg_m3,instrument,from,mark",
                "P1,DA777,a21026,35,x,2026-01-01,VERIFIED",
                "P2,DA001,a34013,35,x,2026-01-01,VERIFIED");
        List<String> errors = sheets.dryRun(folder).errors().stream()
                .map(SheetError::toString)
                .toList();
        assertEquals(4, errors.size(), errors.toString());
        assertTrue(errors.get(0).startsWith("outlets.csv row 3 column from"), errors.toString());
        assertTrue(errors.get(1).startsWith("outlets.csv row 2 column enterprise: found 'E9'"), errors.toString());
        assertTrue(errors.get(2).startsWith("permits.csv row 2 column outlet: found 'DA777'"), errors.toString());
        assertTrue(errors.get(3).startsWith("permits.csv row 3 column factor: found 'a34013'"), errors.toString());
    }

    @Test
    void aNewVersionNeedsTheOldOneToEnd() throws IOException {
        sheets.takeOver(folder);
        sheet(
                "stations",
                "mn,outlet,edition,password,from,until",
                MN + ",DA001,2017,123456,2026-01-01,2026-06-01",
                MN + ",DA001,2025,123456,2026-06-01,");
        ImportReport report = sheets.takeOver(folder);
        assertEquals(List.of(), report.errors());
        RegistrySnapshot snapshot = RegistrySnapshot.of(store.read(RegistryRecords::load), StandardLimits.load());
        assertEquals(
                StationProfile.Edition.HJ212_2017,
                snapshot.profileAt(new Mn(MN), Instant.parse("2026-05-31T15:59:59Z"))
                        .orElseThrow()
                        .edition());
        assertEquals(
                StationProfile.Edition.HJ212_2025,
                snapshot.profileAt(new Mn(MN), Instant.parse("2026-05-31T16:00:00Z"))
                        .orElseThrow()
                        .edition(),
                "the legal day begins at midnight in Asia/Shanghai");
    }

    @Test
    void howAStationIsEncryptedAskedAndLetInIsRegisteredToo() throws IOException {
        sheet(
                "stations",
                "mn,outlet,edition,password,encryption,plaintext,answer_within_s,resends,result_within_s,outstanding,"
                        + "refused_findings,peers,from",
                MN + ",DA001,2025,123456,PRINTED,REJECT,5,2,90,3,NO_QN CRC_MODBUS,10.1.2.3 10.9.0.0/16,2026-01-01");
        assertEquals(List.of(), sheets.takeOver(folder).errors());
        StationSettings settings = store.read(RegistryRecords::load).settings().get(0);
        assertEquals(
                Optional.of(new CipherTerms(Encryption.Form.PRINTED, Encryption.Plaintext.REJECT)), settings.cipher());
        assertEquals(
                new Dialogue(Duration.ofSeconds(5), 2, Duration.ofSeconds(90), 3),
                settings.profile().dialogue());
        assertEquals(
                new Admittance(
                        List.of(PeerRange.of("10.1.2.3"), PeerRange.of("10.9.0.0/16")),
                        Set.of(Finding.NO_QN, Finding.CRC_MODBUS)),
                settings.profile().admittance());
        sheets.takeOver(folder);
        assertEquals(settings, store.read(RegistryRecords::load).settings().get(0), "the same sheet again");
    }

    @Test
    void aStationOfWhichNothingIsSaidIsTakenAsBefore() {
        sheets.takeOver(folder);
        StationSettings settings = store.read(RegistryRecords::load).settings().get(0);
        assertEquals(Optional.empty(), settings.cipher());
        assertEquals(Dialogue.usual(), settings.profile().dialogue());
        assertEquals(Admittance.open(), settings.profile().admittance());
    }

    @Test
    void everyCellOfAStationThatCannotBeUsedIsNamed() throws IOException {
        sheet(
                "stations",
                "mn,outlet,edition,password,encryption,plaintext,answer_within_s,resends,result_within_s,outstanding,"
                        + "refused_findings,peers,from",
                MN + ",DA001,2025,123456,SM4,IGNORE,0,100,x,17,NO_SUCH EDITION_CHANGED,logger.example,2026-01-01");
        List<String> columns = sheets.dryRun(folder).errors().stream()
                .filter(error -> error.sheet().equals("stations.csv") && error.row() == 2)
                .map(SheetError::column)
                .toList();
        assertEquals(
                List.of(
                        "encryption",
                        "plaintext",
                        "answer_within_s",
                        "resends",
                        "result_within_s",
                        "outstanding",
                        "refused_findings",
                        "peers"),
                columns);
    }

    @Test
    void numbersThatOnlyLookShortAreRefused() throws IOException {
        sheet(
                "permits",
                "id,outlet,factor,limit_mg_m3,instrument,from,mark",
                "P1,DA001,a21026,1E999999999,x,2026-01-01,VERIFIED",
                "P2,DA001,a21026,0,x,2026-01-01,VERIFIED",
                "P3,DA001,a21026,-5,x,2026-01-01,VERIFIED");
        assertEquals(3, sheets.dryRun(folder).errors().size());
    }

    @Test
    void theSheetsOfTheDemonstrationAreGood() throws IOException {
        Path demo = Files.createDirectory(folder.resolve("demo"));
        for (String name : List.of("enterprises", "outlets", "stations", "permits", "duties")) {
            try (InputStream sheet =
                    getClass().getResourceAsStream("/io/stackwatch/gateway/app/demo/" + name + ".csv")) {
                Files.copy(sheet, demo.resolve(name + ".csv"));
            }
        }
        ImportReport report = sheets.takeOver(demo);
        assertEquals(List.of(), report.errors());
        assertTrue(report.rows().get("stations.csv") >= 20, report.rows().toString());
    }
}
