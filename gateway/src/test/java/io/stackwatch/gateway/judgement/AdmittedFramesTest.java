package io.stackwatch.gateway.judgement;

import static io.stackwatch.gateway.judgement.WatchedCity.frame;
import static io.stackwatch.gateway.judgement.WatchedCity.hour;
import static io.stackwatch.gateway.judgement.WatchedCity.instant;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.core.alarm.AlarmType;
import io.stackwatch.core.exceedance.Outcome;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.journal.Admitted;
import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.records.MigratedFile;
import io.stackwatch.gateway.records.MissingHourRecords;
import io.stackwatch.gateway.records.NotUnderstoodRow;
import io.stackwatch.gateway.records.ReportRecords;
import io.stackwatch.gateway.records.SetAsideRecords;
import io.stackwatch.gateway.records.VerdictRow;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A frame that was set aside and let in later is read by the time at which it came and known since it was let in. */
final class AdmittedFramesTest {

    @TempDir
    private Path folder;

    private WatchedCity city;

    @BeforeEach
    void open() {
        city = new WatchedCity(MigratedFile.sqlite(folder.resolve("records.db")), 1).begin("2026-11-24T07:10:00");
    }

    @AfterEach
    void close() {
        city.close();
    }

    private void setAside(String local, String command) {
        city.journal.add(new JournalRecord(
                city.journal.size() + 1L,
                new Arrival(
                        instant(local),
                        "hj212",
                        "127.0.0.1:5000",
                        Optional.of(new Mn("M1")),
                        Arrival.Disposition.QUARANTINED,
                        "crc=HJ212;cn=2061;reason=UNKNOWN_MN",
                        frame("M1", command)),
                "0".repeat(64)));
    }

    private void letIn(String local, int first) {
        Arrival again = Admitted.again(city.journal.get(first - 1), instant(local), "王工");
        city.journal.add(new JournalRecord(city.journal.size() + 1L, again, "1".repeat(64)));
    }

    @Test
    void anHourIsKnownSinceItsStationWasLetInAndRestsOnTheSecondCopy() {
        setAside("2026-11-24T09:00:20", hour("2026-11-24T08:00:00", "36", "N"));
        letIn("2026-11-26T15:00:00", 1);
        city.cursor.apply(city.journal);
        VerdictRow verdict = city.verdict("DA1", "2026-11-24T08:00:00");
        assertEquals(Outcome.EXCEEDS, verdict.outcome());
        assertEquals(instant("2026-11-26T15:00:00"), verdict.knownAt());
        assertEquals(List.of(city.journal.get(1).evidence()), verdict.evidence());
        assertEquals(1, city.alarms(AlarmType.HOUR_EXCEEDANCE).size());
    }

    @Test
    void aClockThatRanAheadWhenTheFrameCameIsNotForgivenByWaiting() {
        setAside("2026-11-24T08:49:00", hour("2026-11-24T08:00:00", "36", "N"));
        setAside("2026-11-24T08:51:00", hour("2026-11-24T08:00:00", "37", "N"));
        letIn("2026-11-26T15:00:00", 1);
        letIn("2026-11-26T15:00:00", 2);
        city.cursor.apply(city.journal);
        List<NotUnderstoodRow> leftOut = city.store.read(handle -> SetAsideRecords.notUnderstood(handle, 10));
        assertEquals("HOUR_NOT_OVER", leftOut.get(0).reason());
        assertEquals(
                1,
                city.verdicts("DA1", "2026-11-24T08:00:00").stream()
                        .filter(row -> row.outcome() == Outcome.EXCEEDS)
                        .count());
    }

    @Test
    void anOlderFigureThatIsLetInDoesNotReplaceANewerOne() {
        setAside("2026-11-24T09:00:20", hour("2026-11-24T08:00:00", "99", "N"));
        city.arrives("2026-11-24T09:30:00", "M1", hour("2026-11-24T08:00:00", "34", "N"));
        letIn("2026-11-26T15:00:00", 1);
        city.cursor.apply(city.journal);
        FactorHour hour = new FactorHour(new OutletId("DA1"), WatchedCity.SO2, instant("2026-11-24T08:00:00"));
        assertEquals(
                1,
                city.store.read(handle -> ReportRecords.history(handle, hour)).size());
        assertEquals(Outcome.WITHIN, city.verdict("DA1", "2026-11-24T08:00:00").outcome());
        assertEquals(
                "SUPERSEDED",
                city.store
                        .read(handle -> SetAsideRecords.notUnderstood(handle, 10))
                        .get(0)
                        .reason());
    }

    @Test
    void ofTwoFiguresThatAreLetInTheOneThatCameLaterStands() {
        setAside("2026-11-24T09:00:20", hour("2026-11-24T08:00:00", "34", "N"));
        setAside("2026-11-24T09:10:20", hour("2026-11-24T08:00:00", "99", "N"));
        letIn("2026-11-26T15:00:00", 1);
        letIn("2026-11-26T15:00:00", 2);
        city.cursor.apply(city.journal);
        assertEquals(Outcome.EXCEEDS, city.verdict("DA1", "2026-11-24T08:00:00").outcome());
    }

    @Test
    void aFirstReportClosesTheMissingHourWhateverItsDelivery() {
        city.tick("2026-11-24T12:30:00");
        OutletId outlet = new OutletId("DA1");
        Instant eight = instant("2026-11-24T08:00:00");
        assertEquals(
                2,
                city.store
                        .read(handle -> MissingHourRecords.open(handle, outlet, eight, eight))
                        .size());
        city.arrives("2026-11-24T09:00:05", "M1", hour("2026-11-24T08:00:00", "34", "N"));
        assertEquals(List.of(), city.store.read(handle -> MissingHourRecords.open(handle, outlet, eight, eight)));
    }

    @Test
    void theProfileIsTheOneAtTheFirstArrivalOrElseTheOneOfTheAdmission() {
        setAside("2025-12-31T20:00:20", hour("2026-11-24T08:00:00", "36", "N"));
        letIn("2026-11-26T15:00:00", 1);
        city.cursor.apply(city.journal);
        assertEquals(List.of(), city.store.read(handle -> SetAsideRecords.parked(handle, 10)));
    }
}
