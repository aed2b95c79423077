package io.stackwatch.gateway.judgement;

import static io.stackwatch.gateway.judgement.WatchedCity.hour;
import static io.stackwatch.gateway.judgement.WatchedCity.instant;
import static io.stackwatch.gateway.judgement.WatchedCity.wire;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.alarm.AlarmEventKind;
import io.stackwatch.core.alarm.AlarmLevel;
import io.stackwatch.core.alarm.AlarmReason;
import io.stackwatch.core.alarm.AlarmType;
import io.stackwatch.core.exceedance.Outcome;
import io.stackwatch.core.marking.Exemption;
import io.stackwatch.core.marking.MarkCode;
import io.stackwatch.core.marking.MarkFile;
import io.stackwatch.core.marking.MarkId;
import io.stackwatch.core.marking.MarkState;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.InstrumentRange;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Outlet;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.RegistryRows;
import io.stackwatch.core.registry.StandardCategory;
import io.stackwatch.core.registry.Verification;
import io.stackwatch.gateway.marking.FilingAnswer;
import io.stackwatch.gateway.marking.FilingOrder;
import io.stackwatch.gateway.marking.HourMarks;
import io.stackwatch.gateway.marking.OwnOutages;
import io.stackwatch.gateway.marking.ProofShelf;
import io.stackwatch.gateway.marking.StoredMarks;
import io.stackwatch.gateway.records.AlarmRow;
import io.stackwatch.gateway.records.MarkQuery;
import io.stackwatch.gateway.records.RegisteredFacts;
import io.stackwatch.gateway.records.StoreOptions;
import io.stackwatch.gateway.records.VerdictRow;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import io.stackwatch.gateway.trail.ActsInTrail;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Marks, exemptions and own outages change what is said about hours, on a timeline; the same on every database. */
abstract class MarkedHoursContract {

    private static final OutletId DA1 = new OutletId("DA1");
    private static final String EIGHT = "2026-11-24T08:00:00";
    private static final String NINE = "2026-11-24T09:00:00";

    @TempDir
    private Path shelf;

    private WatchedCity city;
    private Instant now = instant("2026-11-24T07:10:00");
    private StoredMarks marks;

    abstract StoreOptions fresh();

    @BeforeEach
    void open() {
        city = new WatchedCity(fresh(), 2).begin("2026-11-24T07:10:00");
        marks = new StoredMarks(
                city.store,
                () -> city.registry,
                city.rules,
                new ProofShelf(shelf, 1_000),
                city.signal,
                new HandClock());
    }

    @AfterEach
    void close() {
        city.close();
    }

    /** The moment that the timeline has come to. */
    private final class HandClock extends Clock {

        @Override
        public ZoneId getZone() {
            return WatchedCity.ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @Test
    void anEquipmentMarkTakesTheJudgementOfAnHourBackAndItsRefusalBringsItAgain() {
        city.arrives("2026-11-24T09:00:20", "M1", hour("2026-11-24T08:00:00", "99", "N"));
        assertEquals(1, active(AlarmType.HOUR_EXCEEDANCE));

        MarkFile mark = files("2026-11-24T09:30:00", "FAULT", "2026-11-24T08:00:00", "2026-11-24T09:00:00");
        city.tick("2026-11-24T09:31:00");

        assertEquals(MarkState.ACCEPTED, mark.latest().state());
        assertEquals(List.of("EXCEEDS ", "NOT_JUDGED MARKED_EQUIPMENT M-1"), verdicts("2026-11-24T08:00:00"));
        assertTrue(
                city
                        .view
                        .alarm(city.alarms(AlarmType.HOUR_EXCEEDANCE)
                                .get(0)
                                .alarm()
                                .id())
                        .orElseThrow()
                        .history()
                        .stream()
                        .anyMatch(event -> event.event().kind() == AlarmEventKind.HOUR_REVISED
                                && event.event().reason() == AlarmReason.NOT_JUDGED),
                "the alarm says that its hour is not judged any more; the next judged hour ends it");

        at("2026-11-25T09:00:00");
        assertTrue(marks.decide(mark.id(), 1, false, "officer Li", "the instrument worked")
                .isPresent());
        city.tick("2026-11-25T09:01:00");
        assertEquals(
                List.of("EXCEEDS ", "NOT_JUDGED MARKED_EQUIPMENT M-1", "EXCEEDS "), verdicts("2026-11-24T08:00:00"));
        assertEquals(1, active(AlarmType.HOUR_EXCEEDANCE));
    }

    @Test
    void aMarkOfTheOxygenAloneTakesTheConvertedHourAway() {
        city.arrives("2026-11-24T09:00:20", "M1", hour("2026-11-24T08:00:00", "99", "N"));
        at("2026-11-24T09:30:00");
        marks.file(order("FAULT", "2026-11-24T08:00:00", "2026-11-24T09:00:00", "", FactorCode.OXYGEN));
        city.tick("2026-11-24T09:31:00");

        assertEquals(List.of("EXCEEDS ", "NOT_JUDGED MARKED_EQUIPMENT M-1"), verdicts("2026-11-24T08:00:00"));
    }

    @Test
    void aMarkThatWasFiledBeforeTheHourIsKnownWhenItComes() {
        files("2026-11-24T07:30:00", "MAINTENANCE", "2026-11-24T08:00:00", "2026-11-24T08:20:00");
        city.arrives("2026-11-24T09:00:20", "M1", hour("2026-11-24T08:00:00", "99", "N"));
        city.arrives("2026-11-24T10:00:20", "M1", hour("2026-11-24T09:00:00", "99", "N"));

        assertEquals(List.of("NOT_JUDGED MARKED_EQUIPMENT M-1"), verdicts("2026-11-24T08:00:00"));
        assertEquals(List.of("EXCEEDS "), verdicts("2026-11-24T09:00:00"), "control: the hour behind it");
    }

    @Test
    void aLateMarkCountsWhenAnOfficerApprovesIt() {
        city.arrives("2026-11-24T09:00:20", "M1", hour("2026-11-24T08:00:00", "99", "N"));
        at("2026-11-25T12:00:00");
        FilingOrder late =
                order("FAULT", "2026-11-24T08:00:00", "2026-11-24T09:00:00", "the line to the platform was cut");
        MarkFile mark = kept(marks.file(proved(late)));
        city.tick("2026-11-25T12:01:00");

        assertEquals(MarkState.PENDING, mark.latest().state());
        assertEquals(List.of("EXCEEDS "), verdicts("2026-11-24T08:00:00"));
        assertEquals(
                List.of(AlarmType.MARK_LATE),
                marks.findings(Optional.of(DA1), Optional.empty(), 10).stream()
                        .map(finding -> finding.kind())
                        .toList());

        at("2026-11-25T15:00:00");
        assertTrue(marks.decide(mark.id(), 1, true, "officer Li", "seen").isPresent());
        city.tick("2026-11-25T15:01:00");
        assertEquals(List.of("EXCEEDS ", "NOT_JUDGED MARKED_EQUIPMENT M-1"), verdicts("2026-11-24T08:00:00"));
    }

    @Test
    void aLateMarkIsAnAlarmWithItsNumbersUntilAnOfficerHasDecided() {
        List<Long> told = new ArrayList<>();
        city.signal.subscribe(told::add);
        at("2026-11-25T15:20:00");
        MarkFile mark = kept(marks.file(proved(
                order("FAULT", "2026-11-24T08:30:00", "2026-11-24T09:30:00", "the line to the platform was cut"))));
        Alarm alarm = city.alarms(AlarmType.MARK_LATE).get(0).alarm();
        assertEquals(AlarmLevel.YELLOW, alarm.level());
        assertEquals(Optional.of(DA1), alarm.key().outlet());
        assertEquals(instant("2026-11-24T08:00:00"), alarm.firstHour());
        assertEquals(instant("2026-11-25T15:00:00"), alarm.lastHour(), "the hour of its filing");
        assertEquals(
                "M-1/1 FAULT 2026-11-24 08:30 to 2026-11-24 09:30: filed 3 h 20 min after the marking window of 2026-11-24"
                        + " closed at 2026-11-25 12:00, by Wang: the line to the platform was cut; an officer decides",
                alarm.words());
        assertEquals(List.of(city.view.lastEvent()), told, "whoever listens is told");

        at("2026-11-25T16:00:00");
        marks.decide(mark.id(), 1, false, "officer Li", "no line was cut");
        Alarm ended = city.alarms(AlarmType.MARK_LATE).get(0).alarm();
        assertEquals(
                AlarmReason.LATE_MARK_SETTLED, ended.clearing().orElseThrow().reason());
        assertEquals("M-1/1 REFUSED by officer Li: no line was cut", ended.words());
        assertEquals(2, told.size());
    }

    @Test
    void aMarkThatIsFiledInTimeIsNoAlarm() {
        files("2026-11-25T11:59:00", "FAULT", "2026-11-24T08:00:00", "2026-11-24T09:00:00");
        assertEquals(List.of(), city.alarms(AlarmType.MARK_LATE));
        assertEquals(List.of(), city.alarms(AlarmType.MARK_ABUSE));
    }

    // of a boiler a cold start may last 4 hours
    @Test
    void aStartThatByTwoMarksLastsLongerThanAllowedIsAnAlarmUntilAMarkIsTakenBack() {
        city.registry = boilers(city.registry);
        files("2026-11-24T13:00:00", "START_UP_COLD", "2026-11-24T08:00:00", "2026-11-24T11:00:00");
        assertEquals(List.of(), city.alarms(AlarmType.MARK_ABUSE));
        MarkFile second = files("2026-11-24T14:00:00", "START_UP_COLD", "2026-11-24T11:00:00", "2026-11-24T13:30:00");
        Alarm alarm = city.alarms(AlarmType.MARK_ABUSE).get(0).alarm();
        assertEquals(AlarmLevel.ORANGE, alarm.level());
        assertEquals(instant("2026-11-24T08:00:00"), alarm.firstHour());
        assertEquals(instant("2026-11-24T13:00:00"), alarm.lastHour());
        assertEquals(
                "START_UP_COLD 2026-11-24 08:00 to 2026-11-24 13:30 by [M-1, M-2]: 5 h 30 min, allowed 4 h (row"
                        + " boiler-start-cold: 4 h each), beyond by 1 h 30 min",
                alarm.words());

        at("2026-11-24T15:00:00");
        kept(marks.withdraw(second.id(), 1, "Wang", ""));
        Alarm ended = city.alarms(AlarmType.MARK_ABUSE).get(0).alarm();
        assertEquals(AlarmReason.MARKED_WITHIN, ended.clearing().orElseThrow().reason());
        assertEquals(1, city.alarms(AlarmType.MARK_ABUSE).size());
    }

    private static RegistrySnapshot boilers(RegistrySnapshot city) {
        RegistryRows rows = city.facts().rows();
        List<Outlet> outlets = rows.outlets().stream()
                .map(outlet -> new Outlet(
                        outlet.id(),
                        outlet.enterprise(),
                        outlet.name(),
                        outlet.industry(),
                        outlet.stackHeightMetres(),
                        outlet.zone(),
                        Set.of(new StandardCategory("GB13271-2014.01")),
                        outlet.minuteEvidence(),
                        outlet.effective()))
                .toList();
        return RegistrySnapshot.of(
                new RegisteredFacts(
                        new RegistryRows(
                                rows.regions(),
                                rows.enterprises(),
                                outlets,
                                rows.stations(),
                                rows.duties(),
                                rows.pauses()),
                        city.facts().assessed(),
                        city.facts().settings(),
                        city.facts().permits()),
                List.of());
    }

    @Test
    void aStopWhoseFiguresAgreeMakesMissingHoursNotDueAndEndsTheirAlarm() {
        city.arrives("2026-11-24T09:00:20", "M1", stack("2026-11-24T08:00:00", "20"));
        city.tick("2026-11-24T10:01:00");
        assertEquals(1, active(AlarmType.DATA_MISSING, DA1, "a21026"));

        MarkFile mark = files("2026-11-24T10:30:00", "STOP", "2026-11-24T08:00:00", "2026-11-24T09:00:00");
        city.tick("2026-11-24T10:31:00");

        assertEquals(MarkState.ACCEPTED, mark.latest().state());
        assertEquals(
                List.of("NOT_JUDGED NOT_RECEIVED ", "NOT_JUDGED NOT_DUE STOPPED: mark M-1/1"),
                verdicts("2026-11-24T08:00:00"));
        assertEquals(0, active(AlarmType.DATA_MISSING, DA1, "a21026"));
        AlarmRow ended = city.alarms(AlarmType.DATA_MISSING).stream()
                .filter(row -> row.alarm().key().outlet().equals(Optional.of(DA1))
                        && row.alarm().key().factor().value().equals("a21026"))
                .findFirst()
                .orElseThrow();
        assertEquals(AlarmReason.NOT_DUE, ended.alarm().clearing().orElseThrow().reason());
    }

    @Test
    void aStopThatFiguresContradictWaitsForAnOfficer() {
        city.arrives("2026-11-24T09:00:20", "M1", stack("2026-11-24T08:00:00", "140"));
        MarkFile mark = files("2026-11-24T10:30:00", "STOP", "2026-11-24T08:00:00", "2026-11-24T09:00:00");
        city.tick("2026-11-24T10:31:00");

        assertEquals(MarkState.PENDING, mark.latest().state());
        assertTrue(mark.latest().acts().get(0).why().contains("140 > 60 degC"), mark.toString());
        assertEquals(List.of("NOT_JUDGED NOT_RECEIVED "), verdicts("2026-11-24T08:00:00"));

        at("2026-11-24T11:00:00");
        assertTrue(marks.decide(mark.id(), 1, true, "officer Li", "the stack cools slowly")
                .isPresent());
        city.tick("2026-11-24T11:01:00");
        assertEquals(
                List.of("NOT_JUDGED NOT_RECEIVED ", "NOT_JUDGED NOT_DUE STOPPED: mark M-1/1"),
                verdicts("2026-11-24T08:00:00"));
    }

    @Test
    void aLittleFlowContradictsAStopOnlyWhereTheMeasuringRangeIsNotKnown() {
        city.arrives("2026-11-24T09:00:20", "M1", flow(EIGHT, "59.9"));
        MarkFile unknown = files("2026-11-24T10:30:00", "STOP", EIGHT, NINE);
        assertEquals(MarkState.PENDING, unknown.latest().state());
        assertTrue(unknown.latest().acts().get(0).why().contains("59.9 > 0 m3/s"), unknown.toString());

        registers("a00000", "300");
        assertEquals(
                MarkState.ACCEPTED,
                files("2026-11-24T10:31:00", "STOP", EIGHT, NINE).latest().state(),
                "below 20 percent of the range");
        city.arrives("2026-11-24T10:40:00", "M1", flow(NINE, "60"));
        MarkFile running = files("2026-11-24T11:30:00", "STOP", NINE, "2026-11-24T10:00:00");
        assertEquals(MarkState.PENDING, running.latest().state());
        assertTrue(running.latest().acts().get(0).why().contains("60 >= 60 m3/s"), running.toString());
    }

    @Test
    void aFlowThatComesUnderAnAcceptedStopIsHeldAgainstTheRegisteredRangeToo() {
        registers("a00000", "300");
        city.arrives("2026-11-24T09:00:20", "M1", flow(EIGHT, "10"));
        files("2026-11-24T10:30:00", "STOP", EIGHT, NINE);
        city.arrives("2026-11-24T10:40:00", "M1", flow(EIGHT, "30"));
        assertEquals(0, active(AlarmType.STOP_WITH_EMISSION));
        city.arrives("2026-11-24T10:50:00", "M1", flow(EIGHT, "70"));
        assertEquals(1, active(AlarmType.STOP_WITH_EMISSION));
    }

    @Test
    void aConditionThatUsesUpMoreThanTheHoursOfTheYearIsAFindingThatSaysHowMuchWasUsed() {
        burnsWaste();
        for (int day = 9; day <= 23; day++) {
            String date = "2026-11-%02d".formatted(day);
            at(date + "T13:00:00");
            kept(marks.file(order("PROCESS_FAULT", date + "T08:00:00", date + "T12:00:00", "")));
        }
        assertEquals(List.of(), found(), "fifteen times four hours are sixty");

        files("2026-11-24T09:30:00", "SHUT_DOWN", EIGHT, NINE);
        assertEquals(
                List.of(
                        "MARK_ABUSE M-16 waste-stop allows PT0S, beyond by PT1H; PT60H of the PT60H of the calendar year"
                                + " were used before (GB 18485-2014, UNVERIFIED)"),
                found());
        city.arrives("2026-11-24T09:40:20", "M1", hour(EIGHT, "99", "N"));
        assertEquals(List.of("EXCEEDS "), verdicts(EIGHT), "and its hours are judged");
    }

    @Test
    void aConditionThatIsLongerThanItsIndustryAllowsIsAFinding() {
        burnsWaste();
        files("2026-11-24T14:30:00", "SHUT_DOWN", EIGHT, "2026-11-24T13:00:00");
        assertEquals(
                List.of("MARK_ABUSE M-1 waste-stop allows PT4H, beyond by PT1H; PT0S of the PT60H of the calendar year"
                        + " were used before (GB 18485-2014, UNVERIFIED)"),
                found());
    }

    private List<String> found() {
        return marks.findings(Optional.of(DA1), Optional.empty(), 10).stream()
                .map(finding -> finding.kind() + " " + finding.mark() + " " + finding.detail())
                .toList();
    }

    /** Every outlet is that of a waste incinerator from now on. */
    private void burnsWaste() {
        RegisteredFacts known = city.registry.facts();
        List<Outlet> outlets = known.rows().outlets().stream()
                .map(outlet -> new Outlet(
                        outlet.id(),
                        outlet.enterprise(),
                        outlet.name(),
                        outlet.industry(),
                        outlet.stackHeightMetres(),
                        outlet.zone(),
                        Set.of(new StandardCategory("GB18485-2014.01")),
                        outlet.minuteEvidence(),
                        outlet.effective()))
                .toList();
        city.registry = RegistrySnapshot.of(
                new RegisteredFacts(
                        known.rows().withOutlets(outlets), known.assessed(), known.settings(), known.permits()),
                List.of());
    }

    /** A measuring range of DA1, from now on registered for all time. */
    private void registers(String factor, String most) {
        RegisteredFacts known = city.registry.facts();
        InstrumentRange range = new InstrumentRange(
                DA1,
                new FactorCode(factor),
                Optional.of(BigDecimal.ZERO),
                new BigDecimal(most),
                new Unit("m3/s"),
                "acceptance",
                Verification.VERIFIED,
                Effective.ALWAYS);
        city.registry = RegistrySnapshot.of(
                new RegisteredFacts(
                        known.rows(),
                        known.assessed(),
                        known.settings(),
                        known.permits(),
                        known.plant(),
                        known.emission(),
                        List.of(range)),
                List.of());
    }

    @Test
    void aStopThatIsFiledAheadIsHeldAgainstItsHoursWhenTheyAreOver() {
        MarkFile cold = files("2026-11-24T07:30:00", "STOP", "2026-11-24T08:00:00", "2026-11-24T09:00:00");
        MarkFile hot = files("2026-11-24T07:31:00", "STOP", "2026-11-24T11:00:00", "2026-11-24T12:00:00");
        assertEquals(MarkState.AWAITING_DATA, cold.latest().state());
        city.arrives("2026-11-24T09:00:20", "M1", stack("2026-11-24T08:00:00", "20"));
        city.arrives("2026-11-24T12:00:20", "M1", stack("2026-11-24T11:00:00", "90"));
        city.tick("2026-11-24T13:01:00");

        assertEquals(MarkState.ACCEPTED, state(cold.id()));
        assertEquals(MarkState.PENDING, state(hot.id()));
    }

    @Test
    void dataThatComeUnderAnAcceptedStopAreAnAlarmUntilTheFiguresAgree() {
        city.arrives("2026-11-24T09:00:20", "M1", stack("2026-11-24T08:00:00", "20"));
        city.arrives("2026-11-24T10:00:20", "M1", stack("2026-11-24T09:00:00", "20"));
        files("2026-11-24T11:30:00", "STOP", "2026-11-24T08:00:00", "2026-11-24T10:00:00");
        city.tick("2026-11-24T11:31:00");
        assertEquals(0, active(AlarmType.STOP_WITH_EMISSION));

        city.arrives("2026-11-24T12:00:20", "M1", stack("2026-11-24T09:00:00", "120"));
        assertEquals(1, active(AlarmType.STOP_WITH_EMISSION));
        assertEquals(
                List.of("STOP_WITH_EMISSION a01012"),
                marks.findings(Optional.of(DA1), Optional.empty(), 10).stream()
                        .map(finding -> finding.kind() + " " + finding.factor().orElseThrow())
                        .toList());

        city.arrives("2026-11-24T12:30:20", "M1", stack("2026-11-24T10:00:00", "150"));
        assertEquals(0, active(AlarmType.STOP_WITH_EMISSION), "the stop is over, and running is no question");
    }

    @Test
    void anExemptionOfTheCityExcusesUntilItIsRevoked() {
        city.tick("2026-11-24T10:01:00");
        at("2026-11-24T10:30:00");
        Exemption granted = marks.grant(
                        Optional.empty(),
                        Exemption.Kind.POWER_CUT,
                        new Window(instant("2026-11-24T08:00:00"), instant("2026-11-24T09:00:00")),
                        "聊环 2026-7",
                        "officer Li",
                        "a storm")
                .orElseThrow();
        city.tick("2026-11-24T10:31:00");
        assertEquals(0, active(AlarmType.DATA_MISSING, DA1, "a21026"));
        assertEquals(
                List.of("NOT_JUDGED NOT_RECEIVED ", "NOT_JUDGED NOT_DUE EXEMPT: exemption 1: 聊环 2026-7"),
                verdicts("2026-11-24T08:00:00"));

        at("2026-11-24T10:40:00");
        assertEquals(Optional.of(true), marks.revoke(granted.id(), "officer Li", "another district"));
        assertEquals(Optional.of(false), marks.revoke(granted.id(), "officer Li", "again"));
        city.tick("2026-11-24T10:41:00");
        assertEquals("NOT_JUDGED NOT_RECEIVED ", verdicts("2026-11-24T08:00:00").get(2));
    }

    @Test
    void whatIsMissingWhileWeWereDownIsNoAlarm() {
        AtomicBoolean takesIn = new AtomicBoolean(true);
        OwnOutages outages = new OwnOutages(city.store, () -> city.registry, takesIn::get, city.rules.parameters(), 1);
        outages.fire(instant("2026-11-24T07:50:00"));
        OwnOutages restarted =
                new OwnOutages(city.store, () -> city.registry, takesIn::get, city.rules.parameters(), 1);
        restarted.fire(instant("2026-11-24T08:40:00"));
        restarted.fire(instant("2026-11-24T08:43:00"));
        city.tick("2026-11-24T10:01:00");

        assertEquals(List.of("NOT_JUDGED NOT_DUE EXEMPT: own outage 1"), verdicts("2026-11-24T08:00:00"));
        assertEquals(0, active(AlarmType.DATA_MISSING, DA1, "a21026"));
        takesIn.set(false);
        restarted.fire(instant("2026-11-24T08:44:00"));
        restarted.fire(instant("2026-11-24T08:47:00"));
        takesIn.set(true);
        restarted.fire(instant("2026-11-24T08:48:00"));
        assertEquals(
                List.of("INTAKE_STOPPED", "NOT_RUNNING"),
                marks.outages(Optional.empty(), 10).stream()
                        .map(outage -> outage.cause().name())
                        .toList());
    }

    @Test
    void theAnswerForAnHourNamesTheMarkThatCountsAndTheOthers() {
        city.arrives("2026-11-24T09:00:20", "M1", hour("2026-11-24T08:00:00", "99", "M"));
        files("2026-11-24T09:30:00", "FAULT", "2026-11-24T08:00:00", "2026-11-24T09:00:00");
        city.tick("2026-11-24T09:31:00");

        HourMarks answer = marks.hour(DA1, instant("2026-11-24T08:20:00")).orElseThrow();
        HourMarks.OfFactor so2 = answer.factors().get(0);
        assertEquals("a21026", so2.factor().value());
        assertEquals("M-1", so2.answer().match(counts -> counts.by().mark(), none -> none.reason()
                .name()));
        assertEquals(
                List.of("M-1 COUNTS", "automatic:DA1:a21026:M:2026-11-24T00:00:00Z OUTRANKED"),
                so2.answer().considered().stream()
                        .map(one -> one.mark() + " " + one.why())
                        .toList());
        assertEquals(Optional.empty(), marks.hour(new OutletId("DA9"), instant("2026-11-24T08:00:00")));
    }

    @Test
    void verdictsThatAreMadeAnewFromTheJournalHonourTheMarksThatAreThere() {
        files("2026-11-24T09:30:00", "FAULT", "2026-11-24T08:00:00", "2026-11-24T09:00:00");
        WatchedCity anew = city;
        anew.store.write(handle -> handle.execute("DELETE FROM deadline"));
        anew.store.write(handle -> handle.execute("DELETE FROM cursor_place"));
        anew.begin("2026-11-24T07:10:00");
        anew.arrives("2026-11-24T09:00:20", "M1", hour("2026-11-24T08:00:00", "99", "N"));
        anew.tick("2026-11-24T09:31:00");

        assertEquals(List.of("EXCEEDS ", "NOT_JUDGED MARKED_EQUIPMENT M-1"), verdicts("2026-11-24T08:00:00"));
    }

    @Test
    void marksAreListedByWhereTheirLatestVersionStandsNewestFirst() {
        city.arrives("2026-11-24T09:00:20", "M1", stack("2026-11-24T08:00:00", "140"));
        files("2026-11-24T09:30:00", "FAULT", "2026-11-24T08:00:00", "2026-11-24T09:00:00");
        MarkFile stop = files("2026-11-24T10:30:00", "STOP", "2026-11-24T08:00:00", "2026-11-24T09:00:00");
        at("2026-11-24T10:40:00");
        kept(marks.withdraw(stop.id(), 1, "Wang", ""));

        assertEquals(List.of("M-2", "M-1"), listed(Optional.empty(), Optional.empty()));
        assertEquals(List.of("M-1"), listed(Optional.empty(), Optional.of(2L)));
        assertEquals(List.of("M-2", "M-1"), listed(Optional.of(MarkState.ACCEPTED), Optional.empty()));
        assertEquals(List.of(), listed(Optional.of(MarkState.PENDING), Optional.empty()));
        MarkFile withdrawn = marks.mark(stop.id()).orElseThrow();
        assertEquals(
                List.of("FILED_CONTRADICTED", "REPLACED"),
                withdrawn.versions().get(0).acts().stream()
                        .map(act -> act.event().name())
                        .toList(),
                "nobody is asked any more about a stop that was withdrawn");
        assertEquals(stop.latest().version(), withdrawn.versions().get(0).version(), "what was filed stays as it was");
    }

    @Test
    void whatIsDoneToMarksAndExemptionsIsInTheTrailOrNotDoneAtAll() {
        city.arrives("2026-11-24T09:00:20", "M1", hour(EIGHT, "99", "N"));
        at("2026-11-24T09:30:00");
        ActsInTrail.wholeOrAbsent(city.store, 1, () -> kept(marks.file(order("FAULT", EIGHT, NINE, ""))));
        at("2026-11-25T12:00:00");
        FilingOrder late = proved(order("FAULT", NINE, "2026-11-24T10:00:00", "the line was cut"));
        kept(marks.file(late));
        ActsInTrail.wholeOrAbsent(
                city.store, 1, () -> marks.decide(new MarkId("M-2"), 1, true, "officer Li", "so it was"));
        ActsInTrail.wholeOrAbsent(
                city.store, 1, () -> kept(marks.withdraw(new MarkId("M-1"), 1, "Wang", "by mistake")));
        Window span = new Window(instant(EIGHT), instant(NINE));
        ActsInTrail.wholeOrAbsent(
                city.store,
                1,
                () -> marks.grant(Optional.of(DA1), Exemption.Kind.POWER_CUT, span, "letter 7", "officer Li", "storm"));
        ActsInTrail.wholeOrAbsent(city.store, 1, () -> marks.revoke(1, "officer Li", "wrong day"));
        assertEquals(
                List.of(
                        "UNSTATED Wang FILED_IN_TIME mark-act:1 so it was",
                        "UNSTATED Wang FILED_LATE mark-act:2 so it was",
                        "UNSTATED officer Li APPROVED mark-act:3 so it was",
                        "UNSTATED Wang WITHDRAWAL_FILED_LATE mark-act:4 by mistake",
                        "UNSTATED officer Li EXEMPTION_GRANTED exemption:1 storm",
                        "UNSTATED officer Li EXEMPTION_REVOKED exemption-revocation:1 wrong day"),
                ActsInTrail.told(city.store));
        ActsInTrail.changedIsNamed(city.store, 1, "UPDATE mark_version SET until_at = until_at + 1 WHERE mark = 1");
        ActsInTrail.changedIsNamed(city.store, 2, "UPDATE mark_proof SET sha256 = 'x'");
        ActsInTrail.changedIsNamed(city.store, 3, "UPDATE mark_act SET actor = 'Zhang' WHERE number = 3");
        ActsInTrail.changedIsNamed(city.store, 5, "UPDATE exemption SET document = 'letter 8'");
        ActsInTrail.changedIsNamed(city.store, 6, "DELETE FROM exemption_revocation");
        assertEquals(
                instant("2026-11-25T12:00:00"),
                ActsInTrail.rows(city.store).get(5).at());
    }

    private List<String> listed(Optional<MarkState> state, Optional<Long> before) {
        return marks.marks(new MarkQuery(Optional.of(DA1), state, before, 10)).stream()
                .map(mark -> mark.id().value())
                .toList();
    }

    private void at(String local) {
        now = instant(local);
    }

    private MarkFile files(String when, String kind, String from, String until) {
        at(when);
        return kept(marks.file(order(kind, from, until, "")));
    }

    private static MarkFile kept(FilingAnswer answer) {
        return answer.match(
                kept -> kept.mark(),
                not -> {
                    throw new AssertionError(not);
                },
                unknown -> {
                    throw new AssertionError(unknown);
                });
    }

    private static FilingOrder order(
            String kind, String from, String until, String explanation, FactorCode... factors) {
        return new FilingOrder(
                Optional.empty(),
                0,
                DA1,
                new MarkCode(kind),
                new Window(instant(from), instant(until)),
                Set.of(factors),
                "so it was",
                List.of(),
                "Wang",
                explanation);
    }

    private FilingOrder proved(FilingOrder order) {
        String sha256 =
                marks.proofs().keep("photo".getBytes(StandardCharsets.UTF_8)).sha256();
        return new FilingOrder(
                order.mark(),
                order.basedOn(),
                order.outlet(),
                order.kind(),
                order.span(),
                order.factors(),
                order.reason(),
                List.of(new FilingOrder.NamedProof("photo.jpg", sha256)),
                order.by(),
                order.explanation());
    }

    private MarkState state(MarkId mark) {
        return marks.mark(mark).orElseThrow().latest().state();
    }

    private int active(AlarmType type) {
        return (int)
                city.alarms(type).stream().filter(row -> row.alarm().active()).count();
    }

    private int active(AlarmType type, OutletId outlet, String factor) {
        return (int) city.alarms(type).stream()
                .filter(row -> row.alarm().active()
                        && row.alarm().key().outlet().equals(Optional.of(outlet))
                        && row.alarm().key().factor().value().equals(factor))
                .count();
    }

    private List<String> verdicts(String hour) {
        return city.verdicts("DA1", hour).stream()
                .map(MarkedHoursContract::shown)
                .toList();
    }

    private static String shown(VerdictRow row) {
        return row.outcome() == Outcome.NOT_JUDGED
                ? row.outcome() + " " + row.reason().orElseThrow() + " " + row.detail()
                : row.outcome() + " ";
    }

    /** An hour of the flow alone. */
    private static String flow(String start, String cubicMetres) {
        return "CN=2061;CP=&&DataTime=" + wire(start) + ";a00000-Avg=" + cubicMetres + ",a00000-Flag=N&&";
    }

    /** An hour of the stack's temperature alone. */
    private static String stack(String start, String degrees) {
        return "CN=2061;CP=&&DataTime=" + wire(start) + ";a01012-Avg=" + degrees + ",a01012-Flag=N&&";
    }
}
