package io.stackwatch.gateway.audit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.supervision.CoverageEntry;
import io.stackwatch.core.supervision.ListingAnswer;
import io.stackwatch.core.supervision.ListingCause;
import io.stackwatch.core.supervision.NationalRate;
import io.stackwatch.core.transmission.Variant;
import io.stackwatch.gateway.records.Act;
import io.stackwatch.gateway.records.HeardRow;
import io.stackwatch.gateway.records.NationalRateRecords;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.StationRecords;
import io.stackwatch.gateway.records.StoreOptions;
import io.stackwatch.gateway.trail.ActsInTrail;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What follows from months that are kept, whichever database is under them. */
abstract class StoredAuditContract {

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final Act ACT = new Act(AuditedCity.NOW, "李明", "每月核对");

    @TempDir
    Path folder;

    private RecordStore store;
    private AuditedCity city;
    private StoredAudit desk;

    abstract StoreOptions fresh();

    @BeforeEach
    void open() throws Exception {
        store = RecordStore.open(fresh());
        city = AuditedCity.in(store, folder, new MadeMonths(NOVEMBER)).closed();
        desk = city.desk();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void thePapersOfAVersionAreTheSameBytesEachTimeAndTheFiguresHaveTheDigestOfTheVersion() throws Exception {
        List<PaperFile> listed = desk.papers(NOVEMBER, 3, Variant.FINAL).orElseThrow();
        assertEquals(
                List.of("figures-2026-11-v3-final.csv", "note-2026-11-v3-final.txt"),
                listed.stream().map(PaperFile::name).toList());
        String digest =
                desk.month(NOVEMBER).orElseThrow().versions().get(2).digests().get(Variant.FINAL);
        assertEquals(digest, listed.get(0).sha256());

        PaperOnShelf first =
                desk.paper(NOVEMBER, 3, Variant.FINAL, listed.get(0).name()).orElseThrow();
        assertEquals(listed.get(0), first.paper());
        byte[] bytes = Files.readAllBytes(first.path());
        assertEquals(listed.get(0).bytes(), bytes.length);
        Files.delete(first.path());
        assertEquals(listed, desk.papers(NOVEMBER, 3, Variant.FINAL).orElseThrow(), "made again");
        assertArrayEquals(bytes, Files.readAllBytes(first.path()));
        Files.writeString(first.path(), "something else");
        assertEquals(listed, desk.papers(NOVEMBER, 3, Variant.FINAL).orElseThrow(), "made again");
        assertArrayEquals(bytes, Files.readAllBytes(first.path()));

        assertEquals(Optional.empty(), desk.paper(NOVEMBER, 3, Variant.FINAL, "../contents.csv"));
        assertEquals(Optional.empty(), desk.paper(NOVEMBER, 3, Variant.FINAL, "contents.csv"));
        assertEquals(Optional.empty(), desk.papers(NOVEMBER, 4, Variant.FINAL));
    }

    @Test
    void papersThatCannotBeMadeLeaveNothingBehind() throws Exception {
        Path shelf = folder.resolve("troubled");
        PaperShelf troubled = new PaperShelf(
                store,
                (brief, half) -> {
                    Files.writeString(half.resolve("half.txt"), "half");
                    throw new IllegalStateException("the figures do not add up");
                },
                shelf);
        assertThrows(IllegalStateException.class, () -> troubled.list(NOVEMBER, 3, Variant.FINAL));
        try (Stream<Path> files = Files.list(shelf)) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void papersAreWrittenWholeIntoAFolder() throws Exception {
        PaperShelf shelf = new PaperShelf(store, Papers.figures(), folder.resolve("cache"));
        Path out = folder.resolve("out").resolve("deep");
        List<PaperFile> written =
                shelf.copyInto(out, NOVEMBER, 3, Variant.REAL_TIME).orElseThrow();
        shelf.copyInto(out, NOVEMBER, 3, Variant.REAL_TIME);
        try (Stream<Path> files = Files.list(out)) {
            assertEquals(
                    List.of("figures-2026-11-v3-real-time.csv"),
                    files.map(file -> file.getFileName().toString()).toList());
        }
        assertEquals(
                written.get(0).bytes(), Files.size(out.resolve(written.get(0).name())));
    }

    @Test
    void figuresThatSomebodyTouchedAreNotPrinted() {
        store.write(handle -> handle.execute(
                "UPDATE month_line SET valid = valid + 1 WHERE version = 3 AND variant = 'FINAL' AND line = 4"));
        IllegalStateException refused =
                assertThrows(IllegalStateException.class, () -> desk.papers(NOVEMBER, 3, Variant.FINAL));
        assertTrue(String.valueOf(refused.getMessage()).startsWith("the stored figures of 2026-11-v3-final have"));
    }

    @Test
    void aCountyIsProposedWhenSeveralOfItsEnterprisesStillExceed() {
        LocalDate day = LocalDate.parse("2026-11-03");
        city.exceeding("A-DA001", "a21026", day, "EXCEEDS");
        city.exceeding("A-DA001", "a21026", day.plusDays(1), "EXCEEDS", "EXCEEDS");
        assertEquals(1, notProposed(answer(0)).exceeding(), "one enterprise, two cases");
        city.exceeding("B-DA001", "a34013", day, "EXCEEDS", "WITHIN");
        city.exceeding("B-DA001", "a34013", LocalDate.parse("2026-10-31"), "EXCEEDS");
        city.exceeding("B-DA001", "a34013", LocalDate.parse("2026-12-01"), "EXCEEDS");
        assertEquals(1, notProposed(answer(0)).exceeding(), "revised away, and other months");
        city.exceeding("B-DA001", "a34013", LocalDate.parse("2026-11-30"), "EXCEEDS");

        ListingAnswer.Proposed proposed = answer(0).match(yes -> yes, no -> {
            throw new AssertionError(no.toString());
        });
        ListingCause.SeveralExceeding cause = proposed.causes()
                .get(0)
                .match(
                        rate -> {
                            throw new AssertionError(rate.toString());
                        },
                        several -> several);
        assertEquals(
                List.of("甲热电有限公司 2 2", "乙水泥 1 1"),
                cause.exceeding().stream()
                        .map(one -> one.name() + " " + one.cases().size() + " " + one.hours())
                        .toList());
        assertEquals(ListingAnswer.Reason.NOT_RATED, notProposed(answer(1)).reason());
        assertEquals(Optional.empty(), desk.listing(NOVEMBER, 9));
    }

    @Test
    void theNewestRateOfTheNationalCentreStandsBesideOurs() {
        assertEquals(
                Optional.of("X-DA001"),
                desk.enter(List.of(rate("A-DA001", "90"), rate("X-DA001", "90")), "国家平台 2026-11", ACT));
        assertEquals(List.of(), desk.reconciled(NOVEMBER, 3, Variant.FINAL), "all or none");

        // boiler 1 has 2700 of 3000 hours, 90 percent
        assertEquals(
                Optional.empty(),
                desk.enter(
                        List.of(rate("A-DA001", "88.99"), rate("C-DA001", "50"), rate("B-DA001", "99.28")),
                        "国家平台 2026-11",
                        ACT));
        assertEquals(List.of("A-DA001 DIFFERS 1.01", "B-DA001 AGREES 0.00", "C-DA001 NO_LOCAL_RATE -"), reconciled());
        desk.enter(List.of(rate("A-DA001", "89")), "国家平台 2026-11 更正", ACT);
        assertEquals(List.of("A-DA001 AGREES 1.00", "B-DA001 AGREES 0.00", "C-DA001 NO_LOCAL_RATE -"), reconciled());
    }

    @Test
    void ratesOfTheNationalCentreAreInTheTrailOrNotEnteredAtAll() {
        int before = ActsInTrail.rows(store).size();
        ActsInTrail.wholeOrAbsent(
                store, 1, () -> desk.enter(List.of(rate("A-DA001", "88"), rate("C-DA001", "50")), "国家平台", ACT));
        assertEquals(
                "UNSTATED " + ACT.by() + " NATIONAL_RATES_ENTERED national-rates:1/2 " + ACT.reason(),
                ActsInTrail.told(store).get(before));
        ActsInTrail.changedIsNamed(store, before + 1, "UPDATE national_rate SET percent = '90' WHERE number = 2");
        ActsInTrail.changedIsNamed(store, before + 1, "DELETE FROM national_rate WHERE number = 1");
    }

    @Test
    void papersShowTheNationalRatesThatWereKnownAtTheCutOff() {
        Instant later = ACT.at().plus(Duration.ofDays(1));
        desk.enter(List.of(rate("A-DA001", "88")), "国家平台 2026-11", ACT);
        desk.enter(List.of(rate("A-DA001", "89")), "国家平台 2026-11 更正", new Act(later, "Li", "更正"));
        assertEquals(List.of(), nationalKnownAt(ACT.at().minusMillis(1)));
        assertEquals(List.of("88"), nationalKnownAt(later.minusMillis(1)));
        assertEquals(List.of("89"), nationalKnownAt(later));
    }

    private List<String> nationalKnownAt(Instant instant) {
        return store.read(handle -> NationalRateRecords.of(handle, NOVEMBER, instant)).stream()
                .map(row -> row.rate().percent().toPlainString())
                .toList();
    }

    @Test
    void coverageFollowsFromTheRegistryAndFromWhatWasHeard() {
        assertEquals(
                List.of(
                        "A-DA001 BY_PLAN_ONLY NEVER_DELIVERED",
                        "A-DA002 BY_PLAN_ONLY NOT_CONNECTED",
                        "B-DA001 BY_PLAN_ONLY NOT_CONNECTED",
                        "C-DA001 NO NOT_CONNECTED"),
                coverage());
        heard(Duration.ofHours(24));
        assertEquals("A-DA001 BY_PLAN_ONLY ON_LINE", coverage().get(0));
        heard(Duration.ofHours(25));
        assertEquals("A-DA001 BY_PLAN_ONLY SILENT", coverage().get(0));
    }

    private void heard(Duration before) {
        Instant last = AuditedCity.NOW.minus(before);
        store.write(handle -> {
            StationRecords.saveHeard(handle, List.of(new HeardRow("M1", last, 1, last, 1, 1, "")));
            return true;
        });
    }

    private List<String> coverage() {
        return desk.coverage().stream()
                .flatMap(county -> county.entries().stream())
                .map((CoverageEntry entry) ->
                        entry.thing().outlet().orElseThrow() + " " + entry.must() + " " + entry.line())
                .toList();
    }

    private List<String> reconciled() {
        return desk.reconciled(NOVEMBER, 3, Variant.FINAL).stream()
                .map(one -> one.national().outlet() + " " + one.answer() + " "
                        + one.points().map(BigDecimal::toPlainString).orElse("-"))
                .toList();
    }

    private ListingAnswer answer(int county) {
        return desk.listing(NOVEMBER, 3).orElseThrow().get(county);
    }

    private static ListingAnswer.NotProposed notProposed(ListingAnswer answer) {
        return answer.match(
                yes -> {
                    throw new AssertionError(yes.toString());
                },
                no -> no);
    }

    private static NationalRate rate(String outlet, String percent) {
        return new NationalRate(NOVEMBER, new OutletId(outlet), new BigDecimal(percent));
    }
}
