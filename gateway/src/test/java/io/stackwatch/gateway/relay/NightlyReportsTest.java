package io.stackwatch.gateway.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.records.MigratedFile;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.RelayFigures;
import io.stackwatch.gateway.records.RelayHour;
import io.stackwatch.gateway.records.RelayHours;
import io.stackwatch.gateway.records.RelayReport;
import io.stackwatch.gateway.relay.target.Control;
import io.stackwatch.gateway.relay.target.Delivery;
import io.stackwatch.gateway.relay.target.PlatformKind;
import io.stackwatch.gateway.relay.target.RelayTarget;
import io.stackwatch.gateway.relay.target.TargetName;
import io.stackwatch.gateway.relay.target.Wanted;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Times are legal time, UTC+8. */
class NightlyReportsTest {

    private static final LocalDate SECOND = LocalDate.parse("2026-03-02");

    @TempDir
    private Path folder;

    private RecordStore store;

    @BeforeEach
    void open() {
        store = RecordStore.open(MigratedFile.sqlite(folder.resolve("records.db")));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aDayIsTakenInTheNightBehindItAndNotBefore() {
        NightlyReports reports = reports();
        due("2026-03-02T00:00+08:00", 1);
        due("2026-03-02T23:00+08:00", 2);
        due("2026-03-03T00:00+08:00", 4);
        reports.fire(at("2026-03-03T00:29+08:00"));
        assertEquals(Optional.empty(), report(SECOND));
        reports.fire(at("2026-03-03T00:30+08:00"));
        assertEquals(3, report(SECOND).orElseThrow().figures().due(), "the hours of that day alone");
        due("2026-03-02T23:00+08:00", 8);
        reports.fire(at("2026-03-03T00:31+08:00"));
        assertEquals(3, report(SECOND).orElseThrow().figures().due(), "once");
    }

    @Test
    void nightsThatWereSleptThroughAreMadeUpFor() {
        due("2026-03-02T10:00+08:00", 1);
        reports().fire(at("2026-03-06T09:00+08:00"));
        assertEquals(1, report(SECOND).orElseThrow().figures().due());
        assertTrue(report(SECOND.plusDays(3)).isPresent(), "also a day on which nothing came");
        reports().fire(at("2026-03-06T10:00+08:00"));
        assertEquals(
                at("2026-03-06T09:00+08:00"), report(SECOND).orElseThrow().takenAt(), "a restart takes nothing twice");
    }

    private NightlyReports reports() {
        RelayTarget target = new RelayTarget(
                new TargetName("city"),
                PlatformKind.CITY,
                "h",
                1,
                RelayTarget.Start.NOW,
                Wanted.everything(),
                Optional.empty(),
                Control.none(),
                Delivery.usual());
        return new NightlyReports(List.of(target), store, ReportOptions.defaults());
    }

    private void due(String hour, long frames) {
        store.write(handle -> {
            RelayHours.add(
                    handle,
                    "city",
                    Map.of(new RelayHour.Key(new Mn("M1"), at(hour)), new RelayFigures(frames, 0, 0, 0, 0, 0, 0)));
            return true;
        });
    }

    private Optional<RelayReport> report(LocalDate day) {
        return store.read(handle -> RelayHours.reported(handle, "city", day));
    }

    private static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
