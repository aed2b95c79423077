package io.stackwatch.gateway.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.enforcement.CaseFileId;
import io.stackwatch.gateway.records.CaseDeadlineRecords;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.StoreOptions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sweep warns before and tells behind the last day, each once, and decides nothing, whichever database is under it. */
abstract class DeadlineSweepContract {

    @TempDir
    Path shelf;

    private RecordStore store;
    private CaseCity city;
    private DeadlineSweep sweep;

    abstract StoreOptions fresh();

    @BeforeEach
    void open() {
        store = RecordStore.open(fresh());
        city = CaseCity.in(store, shelf);
        sweep = new DeadlineSweep(store, CaseCity.TABLES);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aFilingThatNobodyDecidesIsWarnedOfAndThenLate() {
        CaseFileId file = city.opened("2026-10-08");
        assertEquals(
                List.of(
                        "2026-10-22T23:59:59 -",
                        "2026-10-23T00:00:00 WARNED case-filing HEAD",
                        "2026-10-26T23:59:59 -",
                        "2026-10-27T00:00:00 PASSED case-filing HEAD",
                        "2027-10-27T00:00:00 -"),
                timeline(
                        file,
                        "2026-10-22T23:59:59",
                        "2026-10-23T00:00:00",
                        "2026-10-26T23:59:59",
                        "2026-10-27T00:00:00",
                        "2027-10-27T00:00:00"));
        assertEquals(1, sweep.warned());
        assertEquals(1, sweep.passed());
        assertEquals(0, sweep.failed());
        assertEquals(
                1,
                city.desk.file(file, Optional.empty()).orElseThrow().acts().size(),
                "the machine has opened the candidate and done nothing since");
        assertEquals(
                List.of("FILE_OPENED", "CANDIDATE_OPENED", "DEADLINE_WARNED", "DEADLINE_PASSED"),
                city.desk.trail(file, 0, 10).stream().map(row -> row.act()).toList());
        assertTrue(city.desk.verify(file).orElseThrow().<Boolean>match(whole -> true, broken -> false));
    }

    @Test
    void aRightOfTheEnterpriseLapsesAndTheOfficerMayGoOn() {
        CaseFileId file = city.opened("2026-10-08");
        city.tell(file, CaseCity.FINE.substring(0, CaseCity.FINE.indexOf("2026-10-20T09:00")));
        assertEquals(
                List.of(
                        "2026-10-17T00:00:00 PASSED order-after-report HEAD, PASSED order-after-report OFFICER",
                        "2026-10-18T00:00:00 WARNED hearing-request ENTERPRISE, WARNED statement ENTERPRISE",
                        "2026-10-20T00:00:00 PASSED hearing-request ENTERPRISE, PASSED hearing-request OFFICER,"
                                + " PASSED statement ENTERPRISE, PASSED statement OFFICER"),
                timeline(file, "2026-10-17T00:00:00", "2026-10-18T00:00:00", "2026-10-20T00:00:00"));
    }

    @Test
    void anActEndsTheDeadlineAndNothingIsToldOfIt() {
        CaseFileId file = city.opened("2026-10-08");
        city.tell(file, "2026-10-09T14:00 NOT_FILED zhao");
        assertEquals(List.of("2027-10-27T00:00:00 -"), timeline(file, "2027-10-27T00:00:00"));
        Optional<Instant> next = store.read(CaseDeadlineRecords::next);
        assertEquals(Optional.empty(), next);
    }

    @Test
    void wakeUpsThatDidNotComeAreMadeUpForWithoutAWarningThatComesTooLate() {
        CaseFileId file = city.opened("2026-10-08");
        assertEquals(List.of("2026-12-27T00:00:00 PASSED case-filing HEAD"), timeline(file, "2026-12-27T00:00:00"));
    }

    @Test
    void aRestartTellsNothingAgain() {
        CaseFileId file = city.opened("2026-10-08");
        timeline(file, "2026-10-23T00:00:00");
        sweep = new DeadlineSweep(store, CaseCity.TABLES);
        assertEquals(List.of("2026-10-23T00:00:01 -"), timeline(file, "2026-10-23T00:00:01"));
    }

    @Test
    void anActThatComesLateTellsTheHeadOnceWhetherTheSweepWasThereOrNot() {
        CaseFileId unseen = city.opened("2026-10-08");
        CaseFileId seen = city.opened("2026-10-07");
        city.clock.set("2026-10-28T08:00");
        for (CaseFileId file : List.of(unseen, seen)) {
            city.tell(file, "2026-10-28T08:00 DATA_REVIEWED li second=wang\n2026-10-28T08:01 INFORMED li");
        }
        city.tell(unseen, "2026-10-28T09:00 FILED zhao");
        assertEquals(List.of("PASSED case-filing HEAD"), notices(unseen));
        assertEquals(List.of("2026-10-28T09:01:00 -"), timeline(unseen, "2026-10-28T09:01:00"), "not told again");
        city.tell(seen, "2026-10-28T09:02 FILED zhao");
        assertEquals(List.of("PASSED case-filing HEAD"), notices(seen));
    }

    @Test
    void aLastDayThatMovesIsWarnedOfAgain() {
        CaseFileId file = city.opened("2026-10-08");
        timeline(file, "2026-10-23T00:00:00");
        city.tell(file, "2026-10-24T09:00 FILING_EXTENDED zhao");
        assertEquals(
                List.of("2026-10-27T00:00:00 -", "2026-11-07T00:00:00 WARNED case-filing-extension HEAD"),
                timeline(file, "2026-10-27T00:00:00", "2026-11-07T00:00:00"));
    }

    @Test
    void aDeadlineInAYearWhoseHolidaysAreNotKnownIsShownAndNotTold() {
        CaseFileId file = city.opened("2026-10-08");
        city.tell(file, CaseCity.FINE);
        String standing = store.read(
                handle -> handle.createQuery("SELECT standing FROM case_deadline WHERE period = 'litigation'")
                        .mapTo(String.class)
                        .one());
        assertEquals("RUNNING", standing, "2027 is known");
        store.write(
                handle -> handle.execute(
                        "UPDATE case_deadline SET standing = 'NOT_COUNTED', last_day = NULL, look_at = NULL WHERE period = 'litigation'"));
        new DeadlineSweep(store, CaseCity.TABLES).fire(city.clock.instant());
        String again = store.read(
                handle -> handle.createQuery("SELECT standing FROM case_deadline WHERE period = 'litigation'")
                        .mapTo(String.class)
                        .one());
        assertEquals("RUNNING", again, "counted again by the tables of this start");
    }

    @Test
    void oneThatCannotBeToldKeepsNoOtherFromBeingTold() {
        CaseFileId good = city.opened("2026-10-08");
        CaseFileId bad = city.opened("2026-10-07");
        store.write(handle -> handle.execute("UPDATE case_deadline SET last_day = NULL WHERE file = ?", bad.value()));
        assertEquals(List.of("2026-10-23T00:00:00 WARNED case-filing HEAD"), timeline(good, "2026-10-23T00:00:00"));
        assertEquals(1, sweep.failed());
        sweep.fire(city.clock.instant());
        assertEquals(2, sweep.failed(), "it is due still");
        assertEquals(1, sweep.warned());
    }

    private List<String> timeline(CaseFileId file, String... moments) {
        List<String> told = new ArrayList<>();
        for (String moment : moments) {
            int before = notices(file).size();
            city.clock.set(moment);
            sweep.fire(city.clock.instant());
            List<String> news = notices(file);
            String words = news.size() == before
                    ? "-"
                    : String.join(
                            ", ",
                            news.subList(before, news.size()).stream().sorted().toList());
            told.add(moment + " " + words);
        }
        return told;
    }

    private List<String> notices(CaseFileId file) {
        return store.read(handle -> CaseDeadlineRecords.notices(handle, file)).stream()
                .map(notice -> notice.kind() + " " + notice.period() + " " + notice.recipient())
                .toList();
    }
}
