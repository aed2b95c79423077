package io.stackwatch.gateway.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.core.supervision.CityMonthFixture;
import io.stackwatch.core.supervision.FiguresCsv;
import io.stackwatch.core.supervision.LinePlace;
import io.stackwatch.core.supervision.MonthCalendar;
import io.stackwatch.core.supervision.MonthDecision.Reason;
import io.stackwatch.core.supervision.MonthDiff;
import io.stackwatch.core.supervision.MonthEvent;
import io.stackwatch.core.supervision.MonthFigures;
import io.stackwatch.core.supervision.MonthState;
import io.stackwatch.core.transmission.Variant;
import io.stackwatch.gateway.records.Act;
import io.stackwatch.gateway.records.FigureQuery;
import io.stackwatch.gateway.records.MonthFigureRecords;
import io.stackwatch.gateway.records.MonthVersion;
import io.stackwatch.gateway.records.NumberedLine;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.StoreOptions;
import io.stackwatch.gateway.trail.ActsInTrail;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Months are moved on, each step once, whichever database is under them. */
abstract class ClerkContract {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final String PROVISIONAL = "2026-12-01T05:00:00Z";
    private static final String PRELIMINARY = "2026-12-04T16:00:00Z";
    private static final String FREEZE = "2026-12-10T16:00:00Z";
    private static final Instant LATER = Instant.parse("2026-12-20T00:00:00.123Z");

    private final MadeMonths source = new MadeMonths(NOVEMBER);
    private RecordStore store;
    private Clerk clerk;

    abstract StoreOptions fresh();

    @BeforeEach
    void open() {
        store = RecordStore.open(fresh());
        clerk = clerk();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Clerk clerk() {
        return new Clerk(store, source, MonthCalendar.load(), "0.1.0-test");
    }

    @Test
    void theCalendarMovesAMonthOnStepByStep() {
        fire("2026-11-20T00:00:00Z");
        assertEquals("OPEN 0", state(NOVEMBER));
        fire("2026-12-01T04:59:59.999Z");
        assertEquals("OPEN 0", state(NOVEMBER));
        fire(PROVISIONAL);
        assertEquals("PROVISIONAL 1", state(NOVEMBER));
        fire(PRELIMINARY);
        assertEquals("PRELIMINARY 2", state(NOVEMBER));
        fire(FREEZE);
        assertEquals("FROZEN 3", state(NOVEMBER));
        assertEquals("OPEN 0", state(NOVEMBER.plusMonths(1)), "the next month runs");
        assertEquals(6, source.counted.size(), "each version counts both variants once");
    }

    @Test
    void everyStepOfAMonthIsInTheTrailOrNotTakenAtAll() {
        fire("2026-11-20T00:00:00Z");
        assertEquals(List.of("MACHINE stackwatch OPENED month-act:2026-11/0 by the calendar"), ActsInTrail.told(store));
        fire("2026-12-11T00:00:00Z");
        ActsInTrail.wholeOrAbsent(store, 1, () -> clerk.recompute(NOVEMBER, new Act(LATER, "李明", "补交停运凭证")));
        List<String> told = ActsInTrail.told(store);
        assertTrue(told.contains("MACHINE stackwatch FROZEN month-act:2026-11/4 by the calendar"), told.toString());
        assertTrue(
                told.contains("MACHINE stackwatch VOUCHERS_ENDED month-act:2026-11/3 by the calendar"),
                told.toString());
        assertEquals("UNSTATED 李明 RECOMPUTED month-act:2026-11/5 补交停运凭证", told.get(told.size() - 1));
        ActsInTrail.changedIsNamed(
                store, told.size(), "UPDATE month_figures SET sha256 = 'x' WHERE month = '2026-11' AND version = 4");
        ActsInTrail.changedIsNamed(store, 1, "UPDATE month_act SET at = at + 1 WHERE month = '2026-11' AND step = 0");
    }

    @Test
    void wakeUpsThatDidNotComeAreMadeUpForWithWhatWasKnownWhenTheStepsWereDue() {
        source.knowing("2026-12-03T00:00:00Z", 2800)
                .knowing("2026-12-10T00:00:00Z", 2900)
                .knowing("2026-12-15T00:00:00Z", 2950);

        clerk.fire(LATER);

        assertEquals("FROZEN 3", state(NOVEMBER));
        assertEquals(
                List.of(PROVISIONAL, PRELIMINARY, FREEZE),
                versions().stream().map(version -> version.cutoff().toString()).toList());
        assertTrue(versions().stream().allMatch(version -> version.countedAt().equals(LATER)), "and says so");
        assertEquals(List.of(9437L, 9537L, 9637L), List.of(valid(1), valid(2), valid(3)));
    }

    @Test
    void everyMonthSinceTheFirstIsClosed() {
        MadeMonths sinceOctober = new MadeMonths(OCTOBER);
        new Clerk(store, sinceOctober, MonthCalendar.load(), "0.1.0-test").fire(LATER);
        assertEquals("FROZEN 3", state(OCTOBER));
        assertEquals("FROZEN 3", state(NOVEMBER));
        assertEquals("OPEN 0", state(NOVEMBER.plusMonths(1)));
        assertEquals(Optional.empty(), months().month(OCTOBER.minusMonths(1)));
    }

    @Test
    void aRestartTakesNoStepAgain() {
        clerk.fire(LATER);
        int counts = source.counted.size();
        clerk().fire(LATER.plusSeconds(1));
        assertEquals(counts, source.counted.size());
        assertEquals("FROZEN 3", state(NOVEMBER));
    }

    @Test
    void ofTwoThatTakeTheSameStepOneDoes() {
        Clerk other = clerk();
        source.duringTheNextCount(() -> other.fire(LATER));

        clerk.fire(LATER);

        assertEquals("FROZEN 3", state(NOVEMBER));
        assertEquals(3, versions().size());
        assertEquals(5, months().month(NOVEMBER).orElseThrow().history().size());
    }

    @Test
    void aMonthThatCannotBeCountedHoldsNoOtherUpAndIsTriedAgain() {
        MadeMonths sinceOctober = new MadeMonths(OCTOBER);
        sinceOctober.broken.add(OCTOBER);
        Clerk troubled = new Clerk(store, sinceOctober, MonthCalendar.load(), "0.1.0-test");

        IllegalStateException failed = assertThrows(IllegalStateException.class, () -> troubled.fire(LATER));
        assertEquals("2026-10 cannot be closed: the hours of 2026-10 cannot be read", failed.getMessage());
        assertEquals("OPEN 0", state(OCTOBER));
        assertEquals("FROZEN 3", state(NOVEMBER));

        sinceOctober.broken.clear();
        troubled.fire(LATER.plusSeconds(1));
        assertEquals("FROZEN 3", state(OCTOBER));
    }

    @Test
    void whatIsNotTakenInYetIsWaitedFor() {
        source.waits = "3 days that changed";
        clerk.fire(LATER);
        assertEquals("OPEN 0", state(NOVEMBER));
        source.waits = "";
        clerk.fire(LATER.plusSeconds(59));
        assertEquals("OPEN 0", state(NOVEMBER), "it rests a minute");
        clerk.fire(LATER.plusSeconds(60));
        assertEquals("FROZEN 3", state(NOVEMBER));
    }

    @Test
    void theSourceHearsThatAMonthIsFrozen() {
        clerk.fire(Instant.parse(PRELIMINARY));
        assertEquals(List.of(), source.frozen);
        clerk().fire(LATER);
        assertEquals(List.of("2026-11 " + LATER), source.frozen);
        clerk.recompute(NOVEMBER, new Act(LATER, "Li", "late voucher"));
        assertEquals(1, source.frozen.size());
    }

    @Test
    void aFrozenMonthIsReadBackWithoutCountingAndHasItsDigest() {
        source.knowing("2026-12-10T00:00:00Z", 2900);
        clerk.fire(LATER);
        source.broken.add(NOVEMBER);

        MonthVersion frozen = versions().get(2);
        for (Variant variant : Variant.values()) {
            String text = FiguresCsv.text(store.read(handle -> MonthFigureRecords.figures(handle, NOVEMBER, 3, variant))
                    .orElseThrow());
            assertEquals(frozen.digests().get(variant), Sha256.of(text));
            assertEquals(
                    FiguresCsv.text(MonthFigures.of(CityMonthFixture.worked(
                            variant == Variant.FINAL ? 2900 : 2800, NOVEMBER, variant, Instant.parse(FREEZE)))),
                    text);
        }
        assertEquals("0.1.0-test", frozen.program());
        assertEquals(Optional.empty(), frozen.act());
    }

    @Test
    void anOfficersRecomputationIsAFurtherVersionAndTheOthersStay() {
        source.knowing("2026-12-10T00:00:00Z", 2900).knowing("2026-12-15T00:00:00Z", 2905);
        clerk.fire(LATER);
        String digest = versions().get(2).digests().get(Variant.FINAL);

        Recomputation made = clerk.recompute(NOVEMBER, new Act(LATER, "李明", "补交停运凭证"));

        assertEquals(new Recomputation.Made(4), made);
        assertEquals("FROZEN 4", state(NOVEMBER));
        assertEquals(digest, versions().get(2).digests().get(Variant.FINAL));
        assertEquals(9637, valid(3));
        assertEquals(9642, valid(4));
        MonthVersion again = versions().get(3);
        assertEquals(LATER, again.cutoff());
        assertEquals(Optional.of(new Act(LATER, "李明", "补交停运凭证")), again.act());
        MonthDiff diff = months().diff(NOVEMBER, 3, 4, Variant.FINAL).orElseThrow();
        assertEquals("补交停运凭证", diff.reason());
        assertEquals(5, diff.changes().size());
        assertEquals(
                "by the calendar: FROZEN",
                months().diff(NOVEMBER, 2, 3, Variant.FINAL).orElseThrow().reason());
        assertEquals(Optional.empty(), months().diff(NOVEMBER, 4, 5, Variant.FINAL));
        MonthEvent last = months().month(NOVEMBER).orElseThrow().history().get(5);
        assertEquals(new MonthEvent.Recomputed(NOVEMBER, LATER, 4, "李明", "补交停运凭证"), last);
    }

    @Test
    void theStoreTakesThePreciseClockOfAnOfficer() {
        clerk.fire(LATER);
        Instant precise = LATER.plusNanos(456_789);
        assertEquals(new Recomputation.Made(4), clerk.recompute(NOVEMBER, new Act(precise, "Li", "late voucher")));
        String text =
                FiguresCsv.text(store.read(handle -> MonthFigureRecords.figures(handle, NOVEMBER, 4, Variant.FINAL))
                        .orElseThrow());
        assertEquals(versions().get(3).digests().get(Variant.FINAL), Sha256.of(text));
    }

    @Test
    void nobodyRecomputesAMonthThatIsNotFrozenOrThatNobodyKnows() {
        fire(PRELIMINARY);
        Recomputation refused = clerk.recompute(NOVEMBER, new Act(LATER, "Li", "too early"));
        assertEquals(
                Reason.NOT_FROZEN,
                refused.match(
                        made -> {
                            throw new AssertionError(made.toString());
                        },
                        no -> no.why().reason(),
                        behind -> Reason.ALREADY_DONE,
                        () -> Reason.ALREADY_DONE));
        assertEquals("PRELIMINARY 2", state(NOVEMBER));
        Recomputation unknown = clerk.recompute(OCTOBER, new Act(LATER, "Li", "no such month"));
        assertTrue(unknown.match(
                made -> false, no -> no.why().reason() == Reason.NOT_OPENED, behind -> false, () -> false));
    }

    @Test
    void nobodyRecomputesWhatIsNotAllJudgedYet() {
        clerk.fire(LATER);
        source.behind = "12 records wait";
        Act act = new Act(LATER, "Li", "late voucher");
        assertEquals(new Recomputation.Behind("12 records wait"), clerk.recompute(NOVEMBER, act));
        assertEquals("FROZEN 3", state(NOVEMBER));
        source.behind = "";
        assertEquals(new Recomputation.Made(4), clerk.recompute(NOVEMBER, act));
    }

    @Test
    void ofTwoRecomputationsAtOnceOneIsOvertaken() {
        clerk.fire(LATER);
        source.duringTheNextCount(() -> clerk.recompute(NOVEMBER, new Act(LATER, "Wang", "first")));
        assertEquals(new Recomputation.Overtaken(), clerk.recompute(NOVEMBER, new Act(LATER, "Li", "second")));
        assertEquals("FROZEN 4", state(NOVEMBER));
    }

    @Test
    void linesAreFoundByLevelCountyEnterpriseAndOutletAndComeInPages() {
        clerk.fire(LATER);
        FigureQuery all = FigureQuery.all(NOVEMBER, 3, Variant.FINAL);
        assertEquals(14, lines(all).size());
        assertEquals(2, lines(all.of(LinePlace.Level.COUNTY)).size());
        FigureQuery boiler = new FigureQuery(
                NOVEMBER,
                3,
                Variant.FINAL,
                Optional.empty(),
                Optional.of(new RegionCode("371502")),
                Optional.of(new EnterpriseId("A")),
                Optional.of(new OutletId("A-DA001")),
                -1,
                10);
        assertEquals(
                List.of(3, 4), lines(boiler).stream().map(NumberedLine::number).toList());
        FigureQuery second = new FigureQuery(
                NOVEMBER,
                3,
                Variant.FINAL,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                3,
                2);
        assertEquals(
                List.of(4, 5), lines(second).stream().map(NumberedLine::number).toList());
        assertEquals(List.of(), lines(FigureQuery.all(NOVEMBER, 9, Variant.FINAL)));
    }

    @Test
    void withoutASourceNothingIsClosed() {
        new Clerk(store, MonthSource.none(), MonthCalendar.load(), "0.1.0-test").fire(LATER);
        assertEquals(List.of(), months().months());
        assertFalse(months().month(NOVEMBER).isPresent());
    }

    private List<NumberedLine> lines(FigureQuery query) {
        return store.read(handle -> MonthFigureRecords.lines(handle, query));
    }

    private void fire(String at) {
        // a clerk that was just made does not rest
        clerk().fire(Instant.parse(at));
    }

    private StoredMonths months() {
        return new StoredMonths(store, MonthCalendar.load());
    }

    private String state(YearMonth month) {
        MonthFile file = months().month(month).orElseThrow();
        assertEquals(file.closing().versions(), file.versions().size());
        return file.closing().state().map(MonthState::name).orElse("-") + " "
                + file.versions().size();
    }

    private List<MonthVersion> versions() {
        return months().month(NOVEMBER).orElseThrow().versions();
    }

    private long valid(int version) {
        return lines(FigureQuery.all(NOVEMBER, version, Variant.FINAL))
                .get(0)
                .line()
                .line()
                .counts()
                .valid();
    }
}
