package io.stackwatch.gateway.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.gateway.emission.EmissionCity;
import io.stackwatch.gateway.records.MigratedFile;
import io.stackwatch.gateway.records.NationalRateRecords;
import io.stackwatch.gateway.records.NationalRateRow;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sheet national-rates.csv. */
final class NationalRateSheetTest {

    private static final String COLUMNS = "month,outlet,percent,document,recorded_by,reason";
    private static final String OCTOBER = "2026-10,DA001,92.30,国家平台月报 2026-10,张三,对账";

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

    private List<NationalRateRow> rates() {
        return city.store.read(handle -> NationalRateRecords.of(handle, YearMonth.of(2026, 10)));
    }

    @Test
    void ratesAreKeptWithWhoAndWhyOnceHoweverOftenTheSheetIsTakenOver() throws IOException {
        city.sheet("national-rates", COLUMNS, OCTOBER).takeOver();
        List<NationalRateRow> first = rates();
        assertEquals("92.3", first.get(0).rate().percent().toPlainString());
        assertEquals("国家平台月报 2026-10", first.get(0).document());
        assertEquals("张三", first.get(0).act().by());
        assertEquals(EmissionCity.at("2026-11-11T02:00:00"), first.get(0).act().at());
        city.takeOver();
        assertEquals(first, rates());
    }

    @Test
    void aRowThatSaysSomethingElseCountsInsteadAndTheOldOneIsKept() throws IOException {
        city.sheet("national-rates", COLUMNS, OCTOBER).takeOver();
        city.sheet("national-rates", COLUMNS, OCTOBER.replace("92.30", "91.8")).takeOver();
        assertEquals("91.8", rates().get(0).rate().percent().toPlainString());
        long kept = city.store.read(handle -> handle.createQuery("SELECT COUNT(*) FROM national_rate")
                .mapTo(Long.class)
                .one());
        assertEquals(2, kept);
    }

    @Test
    void anErrorNamesRowAndColumnAndNothingIsTakenOver() throws IOException {
        ImportReport report = city.sheet(
                        "national-rates",
                        COLUMNS,
                        OCTOBER,
                        OCTOBER,
                        OCTOBER.replace("2026-10,", "2026-13,"),
                        OCTOBER.replace("92.30", "100.01"),
                        OCTOBER.replace("92.30", "停运"),
                        OCTOBER.replace("张三", "张=三"))
                .imported();
        assertEquals(
                List.of("3 outlet", "4 month", "5 percent", "6 percent", "7 recorded_by"),
                report.errors().stream()
                        .map(error -> error.row() + " " + error.column())
                        .toList());
        assertEquals(List.of(), rates());
    }

    @Test
    void anOutletThatNobodyRegisteredAndAMonthThatIsToComeAreErrors() throws IOException {
        ImportReport report = city.sheet(
                        "national-rates",
                        COLUMNS,
                        OCTOBER.replace("DA001", "DA999"),
                        OCTOBER.replace("2026-10,", "2026-12,"))
                .imported();
        assertEquals(
                List.of(
                        "national-rates.csv row 2 column outlet: found 'DA999', expected a registered outlet",
                        "national-rates.csv row 3 column month: found '2026-12', expected not later than this month,"
                                + " which is 2026-11"),
                report.errors().stream().map(SheetError::toString).toList());
        assertEquals(List.of(), rates());
    }
}
