package io.stackwatch.gateway.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.InstrumentRange;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.emission.EmissionCity;
import io.stackwatch.gateway.records.MigratedFile;
import io.stackwatch.gateway.records.RegistryRecords;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sheet ranges.csv. */
final class RangeSheetTest {

    private static final String HEAD = "outlet,factor,low,high,unit,document,from,until,mark";
    private static final OutletId DA001 = new OutletId("DA001");

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

    private Optional<String> top(String factor, String hour, String unit) {
        return RegistrySnapshot.of(city.store.read(RegistryRecords::load), List.of())
                .rangeOf(new FactorHour(DA001, new FactorCode(factor), EmissionCity.at(hour)), new Unit(unit))
                .map(InstrumentRange::most)
                .map(Object::toString);
    }

    @Test
    void aRangeHoldsInItsTimeAndForFiguresInItsUnit() throws IOException {
        ImportReport report = city.sheet(
                        "ranges",
                        HEAD,
                        "DA001,a00000,0,400,m3/s,验收 2025-07,2026-11-01,2026-11-05,VERIFIED",
                        "DA001,a00000,,600,m3/s,更换 2026-11,2026-11-05,,SECONDARY",
                        "DA001,a01012,-20,300,degC,验收 2025-07,2026-11-01,,VERIFIED")
                .imported();

        assertEquals(List.of(), report.errors());
        assertEquals(3, report.rows().get("ranges.csv"));
        assertEquals(Optional.of("400"), top("a00000", "2026-11-04T23:00:00", "m3/s"));
        assertEquals(Optional.of("600"), top("a00000", "2026-11-05T00:00:00", "m3/s"));
        assertEquals(Optional.empty(), top("a00000", "2026-10-31T23:00:00", "m3/s"), "not registered yet");
        assertEquals(Optional.empty(), top("a00000", "2026-11-05T00:00:00", "m3/h"), "another unit");
        assertEquals(
                List.of("a00000 600", "a01012 300"),
                RegistrySnapshot.of(city.store.read(RegistryRecords::load), List.of())
                        .rangesAt(DA001, EmissionCity.at("2026-11-06T00:00:00"))
                        .stream()
                        .map(range -> range.factor() + " " + range.most())
                        .toList());
    }

    @Test
    void anErrorNamesSheetRowAndColumnAndNothingIsTakenOver() throws IOException {
        ImportReport report = city.sheet(
                        "ranges",
                        HEAD,
                        "DA001,a00000,0,0,m3/s,验收,2026-11-01,,VERIFIED",
                        "DA001,a00000,400,300,m3/s,验收,2026-11-02,,VERIFIED",
                        "DA001,a00000,0,300,m3/s,,2026-11-03,,VERIFIED")
                .imported();

        assertEquals(
                List.of(
                        "ranges.csv row 2 column high: found '0', expected a decimal above 0, such as 300",
                        "ranges.csv row 3 column low: found '400', expected below 'high', which is 300",
                        "ranges.csv row 4 column document: found '', expected what says so, with its number"),
                report.errors().stream().map(SheetError::toString).toList());
        assertEquals(List.of(), city.store.read(RegistryRecords::load).ranges());
    }

    @Test
    void whatContradictsTheRegistryIsAnError() throws IOException {
        ImportReport report = city.sheet(
                        "ranges",
                        HEAD,
                        "DA009,a00000,0,300,m3/s,验收,2026-11-01,,VERIFIED",
                        "DA001,a00000,0,300,m3/h,验收,2026-11-01,,VERIFIED",
                        "DA001,a00000,0,300,m3/s,验收,2026-11-02,,VERIFIED",
                        "DA001,z99999,0,300,m3/s,验收,2026-11-02,,VERIFIED")
                .imported();

        assertEquals(
                List.of(
                        "ranges.csv row 2 column outlet: found 'DA009', expected a registered outlet",
                        "ranges.csv row 3 column unit: found 'm3/h', expected m3/s: that is what a00000 is kept in",
                        "ranges.csv row 4 column from: found 'DA001 a00000', expected versions that do not overlap: the"
                                + " older one needs an 'until'",
                        "ranges.csv row 5 column factor: found 'z99999', expected a factor of the code table"),
                report.errors().stream().map(SheetError::toString).toList());
    }
}
