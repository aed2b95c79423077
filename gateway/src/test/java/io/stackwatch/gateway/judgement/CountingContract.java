package io.stackwatch.gateway.judgement;

import static io.stackwatch.gateway.judgement.WatchedCity.hour;
import static io.stackwatch.gateway.judgement.WatchedCity.instant;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.alarm.AlarmReason;
import io.stackwatch.core.alarm.AlarmType;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.InstrumentRange;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.DutyPause;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Enterprise;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.Region;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.core.registry.RegistryRows;
import io.stackwatch.core.registry.Verification;
import io.stackwatch.core.transmission.Circumstance;
import io.stackwatch.core.transmission.CityMonth;
import io.stackwatch.core.transmission.CityMonth.OutletMonth;
import io.stackwatch.core.transmission.Counts;
import io.stackwatch.core.transmission.GapFinding;
import io.stackwatch.core.transmission.RateBudget;
import io.stackwatch.core.transmission.Variant;
import io.stackwatch.gateway.counting.Circumstances;
import io.stackwatch.gateway.counting.CountedMonths;
import io.stackwatch.gateway.counting.CountingDesk;
import io.stackwatch.gateway.counting.CountingOptions;
import io.stackwatch.gateway.counting.HourLine;
import io.stackwatch.gateway.counting.LinkWatch;
import io.stackwatch.gateway.counting.OutletBudget;
import io.stackwatch.gateway.counting.RateAlarms;
import io.stackwatch.gateway.counting.RateWatch;
import io.stackwatch.gateway.records.AlarmRow;
import io.stackwatch.gateway.records.DayCountRecords;
import io.stackwatch.gateway.records.DirtyDayRecords;
import io.stackwatch.gateway.records.OutletDay;
import io.stackwatch.gateway.records.RegisteredFacts;
import io.stackwatch.gateway.records.StoreOptions;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From reports to counters of days, months and causes of gaps, on a timeline; the same on every database. */
abstract class CountingContract {

    private static final OutletId DA1 = new OutletId("DA1");
    private static final OutletId DA2 = new OutletId("DA2");
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final Instant FREEZE = instant("2026-12-11T00:00:00");

    private final List<Circumstances.Held> held = new ArrayList<>();
    private WatchedCity city;
    private CountingDesk desk;
    private CountedMonths months;

    abstract StoreOptions fresh();

    @BeforeEach
    void open() {
        city = new WatchedCity(fresh(), 2).begin("2026-11-24T00:00:00");
        Circumstances known = (handle, outlet, period) -> outlet.equals(DA1) ? held : List.of();
        desk = new CountingDesk(
                city.store,
                () -> city.registry,
                city.rules.parameters(),
                city.rules.flags(),
                known,
                RateWatch.NONE,
                new CountingOptions(Duration.ZERO, 3, 100));
        months = new CountedMonths(city.store, () -> city.registry, city.rules.parameters(), city.rules.flags(), known);
    }

    @AfterEach
    void close() {
        city.close();
    }

    @Test
    void hoursAreCountedWhenTheyCameAndMissingOnesWhenTheirTimeIsOver() {
        city.arrives("2026-11-24T01:00:20", "M1", hour("2026-11-24T00:00:00", "12", "N"));
        count("2026-11-24T01:00:30");
        assertEquals(new Counts(2, 2, 2, 2), day(DA1, DAY, Variant.REAL_TIME), "SO2 and oxygen of the hour");
        assertEquals(Counts.NONE, day(DA2, DAY, Variant.REAL_TIME), "may still come");
        city.tick("2026-11-24T02:05:00");
        count("2026-11-24T02:05:10");
        assertEquals(new Counts(2, 2, 2, 2), day(DA1, DAY, Variant.REAL_TIME));
        assertEquals(new Counts(2, 0, 2, 0), day(DA2, DAY, Variant.REAL_TIME));
    }

    @Test
    void theDeskSaysWhatWaitsAndSinceWhenTheCountIsNotComplete() {
        CountingDesk slow = new CountingDesk(
                city.store,
                () -> city.registry,
                city.rules.parameters(),
                city.rules.flags(),
                Circumstances.NONE,
                RateWatch.NONE,
                new CountingOptions(Duration.ZERO, 1, 1));
        city.tick("2026-11-25T02:05:00");
        slow.fire(instant("2026-11-25T02:05:10"));
        long first = slow.waiting().days();
        assertTrue(first > 1, "two outlets, one day at a look: " + first);
        Instant since = slow.waiting().since().orElseThrow();
        assertEquals(instant("2026-11-25T02:05:10"), since);
        slow.fire(instant("2026-11-25T02:06:10"));
        assertEquals(first - 1, slow.waiting().days());
        assertEquals(Duration.ofMinutes(2), slow.waiting().age(instant("2026-11-25T02:07:10")));
        for (long left = first - 1; left > 0; left--) {
            slow.fire(instant("2026-11-25T02:07:10"));
        }
        assertEquals(0, slow.waiting().days());
        assertEquals(Optional.empty(), slow.waiting().oldest());
        assertEquals(Duration.ZERO, slow.waiting().age(instant("2026-11-25T03:00:00")));
    }

    @Test
    void anHourThatComesLateChangesTheFinalFigureOnly() {
        city.tick("2026-11-24T02:05:00");
        count("2026-11-24T02:05:10");
        city.arrives("2026-11-24T09:00:00", "M1", hour("2026-11-24T00:00:00", "12", "N"));
        count("2026-11-24T09:00:10");
        assertEquals(0, day(DA1, DAY, Variant.REAL_TIME).received());
        assertEquals(2, day(DA1, DAY, Variant.FINAL).received());
        HourLine late = hours(DA1, Variant.REAL_TIME).get(0);
        assertEquals("MISSING late", name(late));
        HourLine inTheEnd = hours(DA1, Variant.FINAL).stream()
                .filter(line -> line.hour().factor().equals(WatchedCity.SO2))
                .findFirst()
                .orElseThrow();
        assertEquals("VALID", name(inTheEnd));
        assertEquals(1, inTheEnd.report().orElseThrow().report().evidence().sequence());
    }

    @Test
    void aRevisedHourIsCountedAsItWasAndAsItIs() {
        city.arrives("2026-11-24T01:00:20", "M1", hour("2026-11-24T00:00:00", "12", "D"));
        city.arrives("2026-11-24T05:00:00", "M1", hour("2026-11-24T00:00:00", "13", "N"));
        count("2026-11-24T05:00:10");
        assertEquals(0, valid(DA1, DAY, Variant.REAL_TIME, "a21026"));
        assertEquals(1, valid(DA1, DAY, Variant.FINAL, "a21026"));
    }

    @Test
    void everyDayIsCountedWhenItIsOverAlsoWithoutAnyReport() {
        city.registry = stopped("2026-11-23T00:00:00", "2026-12-01T00:00:00");
        city.tick("2026-11-25T01:30:00");
        count("2026-11-25T01:30:10");
        OutletMonth stopped = outlet(months.month(NOVEMBER, Variant.FINAL, FREEZE), DA1);
        assertEquals(2 * 48, days(DA1, 23, 24));
        assertEquals(2 * 48, stopped.line().excluded().stopped());
    }

    @Test
    void aPauseThatIsRegisteredLaterCountsTheDaysAgain() {
        city.tick("2026-11-25T01:30:00");
        count("2026-11-25T01:30:10");
        assertEquals(48, day(DA1, DAY, Variant.FINAL).due());
        city.registry = stopped("2026-11-24T00:00:00", "2026-11-24T12:00:00");
        count("2026-11-25T01:31:00");
        assertEquals(24, day(DA1, DAY, Variant.FINAL).due());
        assertEquals(48, day(DA2, DAY, Variant.FINAL).due());
    }

    @Test
    void aFigureOutsideOfTheRegisteredMeasuringRangeIsNotValidAndARangeThatIsRegisteredLaterCountsTheDaysAgain() {
        city.arrives("2026-11-24T01:00:20", "M1", hour("2026-11-24T00:00:00", "12", "N"));
        count("2026-11-24T01:00:30");
        assertEquals(1, valid(DA1, DAY, Variant.FINAL, "a21026"));

        city.registry = ranged("10", "mg/m3");
        count("2026-11-24T01:01:00");
        assertEquals(0, valid(DA1, DAY, Variant.FINAL, "a21026"));
        assertEquals(
                "NOT_VALID OUT_OF_RANGE report 1, journal 1",
                name(hours(DA1, Variant.FINAL).get(1)));

        city.registry = ranged("10", "g/m3");
        count("2026-11-24T01:02:00");
        assertEquals(1, valid(DA1, DAY, Variant.FINAL, "a21026"), "a range in another unit says nothing");
    }

    private RegistrySnapshot ranged(String most, String unit) {
        RegisteredFacts facts = WatchedCity.facts(2);
        InstrumentRange range = new InstrumentRange(
                DA1,
                WatchedCity.SO2,
                Optional.empty(),
                new BigDecimal(most),
                new Unit(unit),
                "acceptance",
                Verification.VERIFIED,
                Effective.ALWAYS);
        return RegistrySnapshot.of(
                new RegisteredFacts(
                        facts.rows(),
                        facts.assessed(),
                        facts.settings(),
                        facts.permits(),
                        facts.plant(),
                        facts.emission(),
                        List.of(range)),
                List.of());
    }

    @Test
    void aMarkCountsWhenItsDayIsMarkedAsChanged() {
        city.arrives("2026-11-24T01:00:20", "M1", hour("2026-11-24T00:00:00", "12", "N"));
        count("2026-11-24T01:00:30");
        held.add(new Circumstances.Held(
                Optional.of(WatchedCity.SO2),
                new Circumstance(
                        Circumstance.Kind.EQUIPMENT_MARK,
                        "mark 7",
                        new Window(instant("2026-11-24T00:10:00"), instant("2026-11-24T00:40:00")),
                        Effective.since(instant("2026-11-24T08:00:00")))));
        city.store.write(handle -> {
            DirtyDayRecords.mark(handle, List.of(new OutletDay(DA1, DAY)));
            return DA1;
        });
        count("2026-11-24T08:00:00");
        assertEquals(new Counts(2, 2, 2, 1), day(DA1, DAY, Variant.REAL_TIME));
        assertEquals(
                "NOT_VALID MARKED_INVALID mark 7",
                name(hours(DA1, Variant.FINAL).get(1)));
    }

    @Test
    void aFrozenMonthIsNotCountedAgainByItself() {
        city.tick("2026-11-25T01:30:00");
        count("2026-11-25T01:30:10");
        city.store.write(handle -> {
            DayCountRecords.freeze(handle, NOVEMBER, FREEZE);
            return NOVEMBER;
        });
        city.arrives("2026-11-25T02:00:00", "M1", hour("2026-11-24T00:00:00", "12", "N"));
        count("2026-11-25T02:00:10");
        assertEquals(0, day(DA1, DAY, Variant.FINAL).received());
        assertTrue(months.waiting(NOVEMBER) > 0, "what changed since is known");
        Instant later = instant("2026-12-20T00:00:00");
        assertEquals(
                2,
                outlet(months.month(NOVEMBER, Variant.FINAL, later), DA1)
                        .line()
                        .counts()
                        .received());
    }

    @Test
    void theMonthAddsUpToTheCity() {
        city.arrives("2026-11-24T01:00:20", "M1", hour("2026-11-24T00:00:00", "12", "N"));
        city.tick("2026-11-24T02:05:00");
        count("2026-11-24T02:05:10");
        CityMonth month = months.month(NOVEMBER, Variant.REAL_TIME);
        Counts all = outlet(month, DA1)
                .line()
                .counts()
                .plus(outlet(month, DA2).line().counts());
        assertEquals(all, month.line().counts());
        assertEquals("371502", month.counties().get(0).code().value());
        assertEquals(
                month.line(),
                months.month(NOVEMBER, Variant.REAL_TIME, FREEZE)
                        .counties()
                        .get(0)
                        .line());
    }

    @Test
    void countingAnewFromTheReportsGivesTheSameAsTheCounters() {
        count("2026-11-24T00:00:10");
        city.arrives("2026-11-24T01:00:20", "M1", hour("2026-11-24T00:00:00", "12", "N"));
        city.arrives("2026-11-24T09:00:00", "M2", hour("2026-11-24T03:00:00", "12", "D"));
        city.tick("2026-12-11T02:00:00");
        count("2026-12-11T02:00:10");
        assertEquals(0, months.waiting(NOVEMBER));
        CityMonth counted = months.month(NOVEMBER, Variant.FINAL, FREEZE);
        CityMonth anew = months.month(NOVEMBER, Variant.FINAL, FREEZE.plusMillis(1));
        assertEquals(counted.line(), anew.line());
        assertEquals(counted.counties(), anew.counties());
        assertEquals(2 * 2 * (7 * 24 + 1), counted.line().counts().due());
        assertEquals(
                2 * 2 * (23 * 24 - 1),
                counted.line().excluded().ownOutage(),
                "what is missing before the first start is charged to nobody");
    }

    @Test
    void aMonthCountedLaterForAnEarlierInstantIsTheMonthOfThatInstant() {
        count("2026-11-24T00:00:10");
        city.tick("2026-11-24T06:05:00");
        count("2026-11-24T06:05:10");
        Instant then = months.asOf();
        CityMonth realTime = months.month(NOVEMBER, Variant.REAL_TIME, then);
        CityMonth inTheEnd = months.month(NOVEMBER, Variant.FINAL, then);
        city.arrives("2026-11-24T12:00:00", "M1", hour("2026-11-24T01:00:00", "12", "N"));
        city.tick("2026-11-26T12:05:00");
        count("2026-11-26T12:05:10");
        assertEquals(inTheEnd, months.month(NOVEMBER, Variant.FINAL, then));
        assertEquals(realTime, months.month(NOVEMBER, Variant.REAL_TIME, then));
        assertEquals(Optional.of(NOVEMBER), months.first());
        assertEquals(
                months.month(NOVEMBER, Variant.FINAL).line().counts(),
                List.of(DA1, DA2).stream()
                        .flatMap(outlet -> months.hours(outlet, NOVEMBER, Variant.FINAL, months.asOf()).stream())
                        .map(line -> line.answer().standing().counts())
                        .reduce(Counts.NONE, Counts::plus));
    }

    @Test
    void whatBecomesKnownBehindAnInstantIsNotInTheMonthOfThatInstantWhetherItIsCountedYetOrNot() {
        count("2026-11-24T00:00:10");
        city.arrives("2026-11-24T01:00:20", "M1", hour("2026-11-24T00:00:00", "12", "N"));
        city.tick("2026-12-01T13:00:00");
        count("2026-12-01T13:00:10");
        Instant then = months.asOf();
        CityMonth atThen = months.month(NOVEMBER, Variant.FINAL, then);
        CityMonth realTime = months.month(NOVEMBER, Variant.REAL_TIME, then);
        assertEquals(0, months.waiting(NOVEMBER));
        city.arrives("2026-12-02T08:00:00", "M2", hour("2026-11-24T01:00:00", "12", "N"));
        asThen(then, atThen, realTime);
        count("2026-12-02T08:00:10");
        asThen(then, atThen, realTime);
        held.add(new Circumstances.Held(
                Optional.empty(),
                new Circumstance(
                        Circumstance.Kind.EXEMPTION,
                        "grant 3",
                        new Window(instant("2026-11-25T00:00:00"), instant("2026-11-26T00:00:00")),
                        Effective.since(instant("2026-12-02T09:00:00")))));
        city.store.write(handle -> {
            DirtyDayRecords.mark(handle, List.of(new OutletDay(DA1, DAY.plusDays(1))));
            return DA1;
        });
        city.tick("2026-12-02T09:30:00");
        asThen(then, atThen, realTime);
        count("2026-12-02T09:30:10");
        asThen(then, atThen, realTime);
        CityMonth now = months.month(NOVEMBER, Variant.FINAL, months.asOf());
        assertEquals(
                atThen.line().counts().due() - 2 * 24,
                now.line().counts().due(),
                "the grant excuses a day of two factors");
        assertEquals(atThen.line().counts().valid() + 2, now.line().counts().valid(), "the late report came");
    }

    private void asThen(Instant then, CityMonth atThen, CityMonth realTime) {
        assertEquals(atThen, months.month(NOVEMBER, Variant.FINAL, then));
        assertEquals(realTime, months.month(NOVEMBER, Variant.REAL_TIME, then));
    }

    @Test
    void theBudgetSaysHowManyHoursMayStillBeLostAndUntilWhenLostOnesCanBeMended() {
        city.tick("2026-11-24T04:05:00");
        count("2026-11-24T04:05:10");
        OutletBudget budget = months.budget(DA1, NOVEMBER, 10);
        RateBudget so2 = budget.factors().get(WatchedCity.SO2);
        long counted = so2.counted().due();
        assertEquals(7 * 24 + 1, counted + so2.toCome());
        assertEquals(4 * 2, budget.lost().size());
        assertEquals(instant("2026-11-25T12:00:00"), budget.lost().get(0).marksUntil());
        assertEquals(FREEZE, budget.lost().get(0).vouchersUntil());
        assertEquals(FREEZE, budget.frozenAt());
        assertEquals(2 * counted, budget.all().counted().due());
    }

    @Test
    void tooManyLostHoursAreOneAlarmOfTheOutletTheEnterpriseAndTheCountyUntilTheyAreMended() {
        CountingDesk watching = watching();
        watching.fire(instant("2026-11-24T00:00:10"));
        city.tick("2026-11-26T23:05:00");
        watching.fire(instant("2026-11-26T23:05:10"));
        assertEquals(List.of(), city.alarms(AlarmType.RATE_LOW), "71 hours say nothing");
        city.tick("2026-11-27T02:05:00");
        watching.fire(instant("2026-11-27T02:05:10"));
        assertEquals(
                List.of(
                        "ENTERPRISE E1 RED 0.00 % (0 of 296 due hours valid), required 90 %",
                        "OUTLET DA1 RED 0.00 % (0 of 148 due hours valid), required 90 %",
                        "OUTLET DA2 RED 0.00 % (0 of 148 due hours valid), required 90 %",
                        "REGION 371502 RED 0.00 % (0 of 296 due hours valid), required 90 %"),
                active());
        city.tick("2026-11-27T03:05:00");
        long missing = city.view.lastEvent();
        watching.fire(instant("2026-11-27T03:05:10"));
        assertEquals(missing, city.view.lastEvent(), "an hour more is no news");
        city.registry = stopped("2026-10-31T00:00:00", "2026-11-27T00:00:00");
        for (int h = 0; h < 3; h++) {
            String start = "2026-11-27T0" + h + ":00:00";
            city.arrives("2026-11-27T03:06:0" + h, "M1", hour(start, "12", "N"));
        }
        watching.fire(instant("2026-11-27T03:06:10"));
        assertEquals(
                List.of("ENTERPRISE E1", "OUTLET DA2", "REGION 371502"),
                active().stream()
                        .map(one -> one.substring(0, one.indexOf(" RED")))
                        .toList());
    }

    @Test
    void anAlarmOfARateEndsWhenTheMonthIsFrozenAndSaysWhatStays() {
        CountingDesk watching = watching();
        watching.fire(instant("2026-11-24T00:00:10"));
        city.tick("2026-11-30T23:05:00");
        watching.fire(instant("2026-11-30T23:05:10"));
        assertEquals(4, active().size());
        city.tick("2026-12-11T02:00:00");
        city.store.write(handle -> {
            DayCountRecords.freeze(handle, NOVEMBER, FREEZE);
            return NOVEMBER;
        });
        watching.fire(instant("2026-12-11T02:00:10"));
        List<AlarmRow> ofNovember = city.alarms(AlarmType.RATE_LOW).stream()
                .filter(row -> row.alarm().key().firstHour().equals(instant("2026-11-01T00:00:00")))
                .toList();
        assertEquals(4, ofNovember.size());
        for (AlarmRow row : ofNovember) {
            assertEquals(
                    AlarmReason.PERIOD_CLOSED,
                    row.alarm().clearing().orElseThrow().reason());
            assertTrue(row.alarm().words().startsWith("0.00 %"), row.alarm().words());
        }
    }

    @Test
    void anEnterpriseThatMovesToAnotherCountyTakesItsRateThere() {
        CountingDesk watching = watching();
        watching.fire(instant("2026-11-24T00:00:10"));
        city.tick("2026-11-28T02:05:00");
        watching.fire(instant("2026-11-28T02:05:10"));
        assertEquals(4, active().size());
        city.registry = moved();
        watching.fire(instant("2026-11-28T02:06:10"));
        assertEquals(
                List.of("REGION 371503 RED 0.00 % (0 of 392 due hours valid), required 90 %"),
                active().stream().filter(one -> one.startsWith("REGION")).toList());
    }

    @Test
    void whatWasToBeLookedAtIsRowsThatALaterStartFinds() {
        RateAlarms noting = rateAlarms(Duration.ZERO);
        desk.fire(instant("2026-11-24T00:00:10"));
        city.tick("2026-11-28T02:05:00");
        count("2026-11-28T02:05:10");
        city.store.write(handle -> {
            noting.counted(handle, List.of(new OutletDay(DA1, DAY)));
            return DAY;
        });
        assertEquals(List.of(), active());
        rateAlarms(Duration.ZERO).look(instant("2026-11-28T02:05:00"));
        assertEquals(3, active().size(), "of DA1, its enterprise and its county");
        long events = city.view.lastEvent();
        noting.look(instant("2026-11-28T02:05:00"));
        assertEquals(events, city.view.lastEvent());
    }

    @Test
    void betweenTwoLooksWhatIsToBeLookedAtWaits() {
        RateAlarms resting = rateAlarms(Duration.ofMinutes(5));
        desk.fire(instant("2026-11-24T00:00:10"));
        resting.look(instant("2026-11-28T02:03:00"));
        city.tick("2026-11-28T02:05:00");
        count("2026-11-28T02:05:10");
        city.store.write(handle -> {
            resting.counted(handle, List.of(new OutletDay(DA1, DAY)));
            return DAY;
        });
        resting.look(instant("2026-11-28T02:07:59"));
        assertEquals(List.of(), active());
        resting.look(instant("2026-11-28T02:08:00"));
        assertEquals(3, active().size());
    }

    private CountingDesk watching() {
        return new CountingDesk(
                city.store,
                () -> city.registry,
                city.rules.parameters(),
                city.rules.flags(),
                Circumstances.NONE,
                rateAlarms(Duration.ZERO),
                new CountingOptions(Duration.ZERO, 100, 100));
    }

    private RateAlarms rateAlarms(Duration rest) {
        return new RateAlarms(city.store, () -> city.registry, city.rules.parameters(), city.signal, rest);
    }

    /** Active alarms of rates, in order. */
    private List<String> active() {
        return city.alarms(AlarmType.RATE_LOW).stream()
                .map(AlarmRow::alarm)
                .filter(Alarm::active)
                .map(alarm -> alarm.key().subject().kind() + " "
                        + alarm.key().subject().id() + " " + alarm.level() + " " + alarm.words())
                .sorted()
                .toList();
    }

    /** The city with its enterprise in another county. */
    private RegistrySnapshot moved() {
        RegisteredFacts facts = city.registry.facts();
        RegistryRows rows = facts.rows();
        Effective since = rows.regions().get(0).effective();
        List<Region> regions = new ArrayList<>(rows.regions());
        regions.add(
                new Region(new RegionCode("371503"), "茌平区", "Chiping", Optional.empty(), since, Verification.VERIFIED));
        return RegistrySnapshot.of(
                new RegisteredFacts(
                        new RegistryRows(
                                regions,
                                List.of(new Enterprise(
                                        new EnterpriseId("E1"), "示例热电厂", new RegionCode("371503"), since)),
                                rows.outlets(),
                                rows.stations(),
                                rows.duties(),
                                rows.pauses()),
                        facts.assessed(),
                        facts.settings(),
                        facts.permits()),
                List.of());
    }

    @Test
    void aGapSaysWhyItIsThere() {
        Map<String, Instant> connected = new HashMap<>();
        LinkWatch links =
                new LinkWatch(city.store, () -> city.registry, mn -> Optional.ofNullable(connected.get(mn.value())));
        connected.put("M1", instant("2026-11-24T00:00:01"));
        links.fire(instant("2026-11-24T00:00:30"));
        city.tick("2026-11-24T02:05:00");
        assertEquals(List.of("LINK_LOST: connection NEVER"), cause(DA2, "a21026"));
        city.arrives(
                "2026-11-24T03:00:20", "M2", "CN=2061;CP=&&DataTime=20261124020000;a19001-Avg=6.0,a19001-Flag=N&&");
        city.tick("2026-11-24T05:05:00");
        assertEquals(
                "STATION_SILENT: no frame over an open connection",
                cause(DA1, "a21026").get(0));
        assertEquals(
                List.of(
                        "UNKNOWN: nothing is known of the connection",
                        "FACTOR_NOT_SENT: 1 other factors of the hour came",
                        "UNKNOWN: nothing is known of the connection"),
                cause(DA2, "a21026"));
        connected.clear();
        links.fire(instant("2026-11-24T05:10:00"));
        city.arrives("2026-11-24T06:00:00", "M1", hour("2026-11-24T03:00:00", "12", "N"));
        city.tick("2026-11-24T08:05:00");
        List<String> causes = cause(DA1, "a21026");
        assertEquals("CAME_LATER: came at " + instant("2026-11-24T06:00:00"), causes.get(1));
        assertTrue(causes.contains("LINK_LOST: connection CLOSED"), causes::toString);
    }

    @Test
    void anOutageOfOursIsNeverChargedToTheStation() {
        held.add(new Circumstances.Held(
                Optional.empty(),
                new Circumstance(
                        Circumstance.Kind.OWN_OUTAGE,
                        "outage 1",
                        new Window(instant("2026-11-24T00:50:00"), instant("2026-11-24T01:10:00")),
                        Effective.ALWAYS)));
        city.tick("2026-11-24T02:05:00");
        count("2026-11-24T02:05:10");
        assertEquals(Counts.NONE, day(DA1, DAY, Variant.REAL_TIME));
        assertEquals("OWN_INTAKE_DOWN: outage 1", cause(DA1, "a21026").get(0));
    }

    private void count(String local) {
        desk.fire(instant(local));
    }

    private Counts day(OutletId outlet, LocalDate day, Variant variant) {
        return city.store.read(handle -> DayCountRecords.of(handle, outlet, day, day, variant)).stream()
                .map(count -> count.line().counts())
                .reduce(Counts.NONE, Counts::plus);
    }

    private long valid(OutletId outlet, LocalDate day, Variant variant, String factor) {
        return city.store.read(handle -> DayCountRecords.of(handle, outlet, day, day, variant)).stream()
                .filter(count -> count.factor().equals(new FactorCode(factor)))
                .mapToLong(count -> count.line().counts().valid())
                .sum();
    }

    private long days(OutletId outlet, int first, int last) {
        return city
                .store
                .read(handle ->
                        DayCountRecords.of(handle, outlet, NOVEMBER.atDay(first), NOVEMBER.atDay(last), Variant.FINAL))
                .stream()
                .mapToLong(count -> count.line().excluded().stopped())
                .sum();
    }

    private List<HourLine> hours(OutletId outlet, Variant variant) {
        return months.hours(outlet, DAY, variant);
    }

    private List<String> cause(OutletId outlet, String factor) {
        return months.gaps(outlet, instant("2026-11-24T00:00:00"), instant("2026-11-25T00:00:00")).stream()
                .filter(found -> found.gap().factor().equals(new FactorCode(factor)))
                .map(CountingContract::words)
                .toList();
    }

    private static String words(GapFinding found) {
        return found.cause() + ": " + found.evidence();
    }

    private static OutletMonth outlet(CityMonth month, OutletId outlet) {
        return month.counties().stream()
                .flatMap(county -> county.enterprises().stream())
                .flatMap(enterprise -> enterprise.outlets().stream())
                .filter(one -> one.id().equals(outlet))
                .findFirst()
                .orElseThrow();
    }

    private static String name(HourLine line) {
        return line.answer()
                .standing()
                .match(
                        no -> "NOT_DUE " + no.reason(),
                        missing -> missing.late() ? "MISSING late" : "MISSING",
                        invalid -> "NOT_VALID " + invalid.reason() + " " + invalid.decidedBy(),
                        valid -> "VALID");
    }

    /** The city with DA1 stopped over a stretch of time. */
    private RegistrySnapshot stopped(String from, String until) {
        RegisteredFacts facts = city.registry.facts();
        List<DutyPause> pauses = List.of(new DutyPause(
                DA1, DutyPause.Kind.STOP_ACCEPTED, "form 7", Effective.between(instant(from), instant(until))));
        return RegistrySnapshot.of(
                new RegisteredFacts(
                        facts.rows().withPauses(pauses), facts.assessed(), facts.settings(), facts.permits()),
                List.of());
    }
}
