package io.stackwatch.gateway.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.emission.FlowBasis;
import io.stackwatch.core.limit.StandardLimits;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.emission.EmissionCity;
import io.stackwatch.gateway.records.MigratedFile;
import io.stackwatch.gateway.records.QaEventRecords;
import io.stackwatch.gateway.records.QaEventRow;
import io.stackwatch.gateway.records.RegistryRecords;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sheets ducts.csv, permitted-totals.csv and qa-events.csv. */
final class EmissionSheetsTest {

    private static final String DUCTS = "outlet,flow,area_m2,velocity_factor,ambient_pa,document,from,mark";
    private static final String TOTALS = "enterprise,outlet,factor,tonnes,first_day,last_day,document,mark";
    private static final String CHECKS =
            "outlet,factor,check,mode,made_at,percent,percent_of,absolute,result,document,recorded_by,reason";
    private static final String ZERO =
            "DA001,a21026,ZERO_DRIFT,MANUAL_EXTRACTIVE,2026-11-02T10:00:00+08:00,-2.4,FULL_SCALE,,,book 7,张三,台账";

    @TempDir
    Path folder;

    private EmissionCity city;

    @BeforeEach
    void open() throws IOException {
        city = new EmissionCity(
                MigratedFile.sqlite(folder.resolve("records.db")), folder.resolve("sheets"), "2026-11-11T02:00:00");
    }

    @AfterEach
    void close() {
        city.close();
    }

    private List<QaEventRow> checks() {
        return city.store.read(handle -> QaEventRecords.of(handle, new OutletId("DA001")));
    }

    @Test
    void ductsAndPermittedTotalsAreTakenOver() throws IOException {
        ImportReport report = city.sheet(
                        "ducts", DUCTS, "DA001,FROM_VELOCITY,19.6,,101000,验收 2025-07,2026-11-01,VERIFIED")
                .sheet("permitted-totals", TOTALS, "E1,,a21026,35.6,2026-01-01,2026-12-31,许可证,VERIFIED")
                .imported();
        assertEquals(List.of(), report.errors());
        assertEquals(1, report.rows().get("ducts.csv"));
        assertEquals(1, report.rows().get("permitted-totals.csv"));
        var rows = city.store.read(RegistryRecords::load).emission();
        assertEquals(FlowBasis.FROM_VELOCITY, rows.ducts().get(0).basis());
        assertEquals("35.600000000", rows.permitted().get(0).allowed().tonnes().toPlainString());
    }

    @Test
    void checksAreAddedOnceHoweverOftenTheSheetIsTakenOver() throws IOException {
        city.sheet("qa-events", CHECKS, ZERO).takeOver();
        List<QaEventRow> first = checks();
        assertEquals(1, first.size());
        assertEquals("张三", first.get(0).act().by());
        assertEquals(EmissionCity.at("2026-11-11T02:00:00"), first.get(0).act().at());
        city.takeOver();
        assertEquals(first, checks());
    }

    @Test
    void anImportThatDoesNotKnowTheTimeTakesNoRecords() throws IOException {
        city.sheet("qa-events", CHECKS, ZERO);
        ImportReport report = new RegistryImport(city.store, StandardLimits.load()).takeOver(folder.resolve("sheets"));
        assertEquals(
                List.of("qa-events.csv: found '1 rows', expected an import that knows the time"),
                report.errors().stream().map(SheetError::toString).toList());
        assertTrue(checks().isEmpty());
    }

    @Test
    void aRowThatSaysSomethingElseOfAKnownCheckIsAnErrorAndNothingIsTakenOver() throws IOException {
        city.sheet("qa-events", CHECKS, ZERO).takeOver();
        ImportReport report =
                city.sheet("qa-events", CHECKS, ZERO.replace("-2.4", "-1.4")).imported();
        assertEquals(
                List.of(
                        "qa-events.csv row 2 column made_at: found '2026-11-02T10:00:00+08:00', expected what is recorded"
                                + " of this check as number 1, or a withdrawal of it first"),
                report.errors().stream().map(SheetError::toString).toList());
        assertEquals(1, checks().size());
    }

    @Test
    void anErrorNamesSheetRowAndColumn() throws IOException {
        ImportReport report = city.sheet(
                        "qa-events",
                        CHECKS,
                        ZERO.replace("ZERO_DRIFT", "DRIFT"),
                        ZERO.replace("FULL_SCALE", ""),
                        ZERO.replace("+08:00", ""),
                        ZERO.replace("book 7,", ",").replace("11-02", "11-03"))
                .sheet(
                        "ducts",
                        DUCTS,
                        "DA001,FROM_VELOCITY,,,,验收,2026-11-01,VERIFIED",
                        "DA001,REPORTED_DRY_STANDARD,19.6,,,验收,2026-11-02,VERIFIED",
                        "DA001,REPORTED_DRY_STANDARD,0,,101000,验收,2026-11-03,VERIFIED")
                .sheet(
                        "permitted-totals",
                        TOTALS,
                        "E1,,a21026,0,2026-01-01,2026-12-31,许可证,VERIFIED",
                        "E1,,a21026,5,2026-12-31,2026-01-01,许可证,VERIFIED",
                        "E1,,a21026,5,2026-01-01,2126-12-31,许可证,VERIFIED")
                .imported();
        assertEquals(
                List.of(
                        "ducts.csv 2 area_m2",
                        "ducts.csv 3 ambient_pa",
                        "ducts.csv 4 area_m2",
                        "permitted-totals.csv 2 tonnes",
                        "permitted-totals.csv 3 last_day",
                        "permitted-totals.csv 4 last_day",
                        "qa-events.csv 2 check",
                        "qa-events.csv 3 percent_of",
                        "qa-events.csv 4 made_at",
                        "qa-events.csv 5 document"),
                report.errors().stream()
                        .map(error -> error.sheet() + " " + error.row() + " " + error.column())
                        .toList());
    }

    @Test
    void whatTheRegistryDoesNotKnowOrSaysTwiceIsAnError() throws IOException {
        ImportReport report = city.sheet(
                        "qa-events",
                        CHECKS,
                        ZERO.replace("DA001", "DA009"),
                        ZERO.replace("a21026", "w01018"),
                        ZERO.replace("2026-11-02", "2026-11-12"))
                .sheet(
                        "ducts",
                        DUCTS,
                        "DA009,REPORTED_DRY_STANDARD,,,,验收,2026-11-01,VERIFIED",
                        "DA001,REPORTED_DRY_STANDARD,,,,验收,2026-11-01,VERIFIED",
                        "DA001,REPORTED_ACTUAL,19.6,,101000,验收,2026-11-05,VERIFIED")
                .sheet(
                        "permitted-totals",
                        TOTALS,
                        "E1,DA009,a21026,5,2026-01-01,2026-12-31,许可证,VERIFIED",
                        "E1,,a19001,5,2026-01-01,2026-12-31,许可证,VERIFIED",
                        "E9,,a21026,5,2026-01-01,2026-12-31,许可证,VERIFIED",
                        "E1,,a21026,5,2026-01-01,2026-12-31,许可证,VERIFIED",
                        "E1,,a21026,6,2026-12-31,2027-12-31,许可证,VERIFIED")
                .imported();
        assertEquals(
                List.of(
                        "ducts.csv 2 outlet",
                        "ducts.csv 4 from",
                        "permitted-totals.csv 2 outlet",
                        "permitted-totals.csv 3 factor",
                        "permitted-totals.csv 4 enterprise",
                        "permitted-totals.csv 6 first_day",
                        "qa-events.csv 2 outlet",
                        "qa-events.csv 3 factor",
                        "qa-events.csv 4 made_at"),
                report.errors().stream()
                        .map(error -> error.sheet() + " " + error.row() + " " + error.column())
                        .toList());
        assertTrue(checks().isEmpty());
    }
}
