package io.stackwatch.gateway.emission;

import static io.stackwatch.gateway.emission.EmissionCity.SO2;
import static io.stackwatch.gateway.emission.EmissionCity.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.emission.EmissionTotal;
import io.stackwatch.core.emission.TotalDecision;
import io.stackwatch.core.marking.MarkCode;
import io.stackwatch.core.marking.MarkId;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.quality.QaBasis;
import io.stackwatch.core.quality.QaCheck;
import io.stackwatch.core.quality.QaEvent;
import io.stackwatch.core.quality.QaFigures;
import io.stackwatch.core.quality.QaMode;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.emission.EmissionPeriod.Split;
import io.stackwatch.gateway.marking.FilingOrder;
import io.stackwatch.gateway.quality.QaDesk;
import io.stackwatch.gateway.records.Act;
import io.stackwatch.gateway.records.StoreOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Totals from recorded hours, checks and the registry; the same on every database. */
abstract class EmissionDeskContract {

    private static final OutletId FIRST = new OutletId("DA001");

    @TempDir
    Path folder;

    private EmissionCity city;

    abstract StoreOptions fresh();

    // 1 Nov 00:00 to 11 Nov 00:00: 240 hours; DA001 lacks 10 of them, DA002 none
    @BeforeEach
    void open() throws Exception {
        city = new EmissionCity(fresh(), folder.resolve("sheets"), "2026-11-11T02:00:00")
                .hours("DA001", "2026-11-01T00:00", 200, 2)
                .hours("DA001", "2026-11-09T18:00", 30, 1)
                .hours("DA002", "2026-11-01T00:00", 242, 3);
    }

    @AfterEach
    void close() {
        city.close();
    }

    private EmissionFile totals(EmissionScope.Kind kind, String id, String period, Split split) {
        return city.emissions()
                .totals(new EmissionScope(kind, id), EmissionPeriod.parse(period), split)
                .orElseThrow();
    }

    private static String shown(EmissionTotal total) {
        return total.measured().kilograms().stripTrailingZeros().toPlainString() + " in " + total.measuredHours() + ", "
                + total.substituted().kilograms().stripTrailingZeros().toPlainString() + " in "
                + total.substitutedHours() + ", " + total.absent();
    }

    // 10 lost hours of 242 so far: the greatest of 180 valid hours before is 2 kg; 2 hours of the 11th have not come
    @Test
    void aMonthOfAnOutletTellsMeasuredSubstitutedAndAbsentApart() {
        EmissionFile file = totals(EmissionScope.Kind.OUTLET, "DA001", "2026-11", Split.NONE);
        assertEquals(at("2026-11-11T02:00:00"), file.asOf());
        assertEquals(1, file.sums().size());
        assertEquals(
                "430 in 230, 22 in 11, {NOT_YET=1}", shown(file.sums().get(0).total()));
        EmissionFile.Line line = file.sums().get(0).lines().get(0);
        assertEquals(FIRST, line.outlet());
        assertEquals(
                "230/241", line.capture().get(0).rate().rate().orElseThrow().toString());
    }

    @Test
    void outletsAddUpToTheirEnterpriseAndItsDivisionsAndDaysToTheirMonth() {
        String expected = "1156 in 472, 22 in 11, {NOT_YET=1}";
        EmissionFile enterprise = totals(EmissionScope.Kind.ENTERPRISE, "E1", "2026-11", Split.DAY);
        assertEquals(expected, shown(enterprise.sums().get(0).total()));
        assertEquals(30, enterprise.sums().get(0).parts().size());
        EmissionTotal days = EmissionTotal.NOTHING;
        for (EmissionFile.Part day : enterprise.sums().get(0).parts()) {
            days = days.plus(day.total());
        }
        assertEquals(enterprise.sums().get(0).total(), days);
        assertEquals(
                "120 in 48, 0 in 0, {}",
                shown(enterprise.sums().get(0).parts().get(0).total()));
        for (String region : List.of("371502", "371500")) {
            assertEquals(
                    expected,
                    shown(totals(EmissionScope.Kind.REGION, region, "2026-Q4", Split.NONE)
                                    .sums()
                                    .get(0)
                                    .total())
                            .replace("NOT_WATCHED=1488, ", ""),
                    region);
        }
        assertEquals(
                Optional.empty(),
                city.emissions()
                        .totals(
                                new EmissionScope(EmissionScope.Kind.REGION, "371522"),
                                EmissionPeriod.parse("2026-11"),
                                Split.NONE));
    }

    @Test
    void eachHourSaysWhereItCameFrom() {
        List<EmissionHour> hours =
                city.emissions().hours(FIRST, SO2, new Window(at("2026-11-09T07:00"), at("2026-11-09T09:00")));
        assertEquals(2, hours.size());
        assertTrue(hours.get(0).row().isPresent());
        assertEquals(
                "HJ75-2017-INV-1 of 180",
                hours.get(1)
                        .accounted()
                        .emission()
                        .match(
                                measured -> "measured",
                                substituted -> substituted.row().id() + " of "
                                        + substituted.from().count(),
                                absent -> absent.toString()));
        assertTrue(hours.get(1).row().isEmpty());
    }

    // the check of 3 Nov fails: from the passing one of 2 Nov until the passing one of 4 Nov nothing was measured
    @Test
    void aFailingCheckTakesItsHoursOutOfTheMeasuredOnesAndItsWithdrawalBringsThemBack() {
        QaDesk checks = city.checks();
        Act act = new Act(at("2026-11-04T12:00"), "张三", "台账第7页");
        checks.record(zero("2026-11-02T00:00", "1"), act);
        checks.record(zero("2026-11-03T00:00", "6"), act);
        checks.record(zero("2026-11-04T00:00", "1"), act);
        assertEquals(
                "334 in 182, 118 in 59, {NOT_YET=1}",
                shown(totals(EmissionScope.Kind.OUTLET, "DA001", "2026-11", Split.NONE)
                        .sums()
                        .get(0)
                        .total()));
        assertEquals(1, checks.standing(FIRST).periods().size());
        assertEquals(
                2,
                checks.control(FIRST)
                        .of(new FactorHour(FIRST, SO2, at("2026-11-02T05:00")))
                        .orElseThrow()
                        .failed()
                        .number());
        checks.withdraw(2, act);
        assertEquals(
                "430 in 230, 22 in 11, {NOT_YET=1}",
                shown(totals(EmissionScope.Kind.OUTLET, "DA001", "2026-11", Split.NONE)
                        .sums()
                        .get(0)
                        .total()));
        assertEquals(List.of(), checks.standing(FIRST).periods());
    }

    // three hours of 1 kg are lost to the mark; the greatest of 180 valid hours before is 2 kg
    @Test
    void anEquipmentMarkTakesItsHoursOutOfTheMeasuredOnes() {
        MarkId mark = files("2026-11-10T09:00", "MAINTENANCE", "2026-11-10T05:00", "2026-11-10T08:10");
        assertEquals("427 in 227, 28 in 14, {NOT_YET=1}", soFar());
        EmissionHour hour = city.emissions()
                .hours(FIRST, SO2, new Window(at("2026-11-10T05:00"), at("2026-11-10T06:00")))
                .get(0);
        assertEquals(
                "MARKED_EQUIPMENT SECONDARY",
                hour.accounted()
                        .emission()
                        .match(
                                measured -> "measured",
                                substituted -> substituted.lostBecause() + " "
                                        + substituted.row().mark(),
                                absent -> absent.toString()));
        assertTrue(hour.row().isPresent(), "what the instruments gave stays on record");

        city.marks("2026-11-10T10:00").withdraw(mark, 1, "Wang", "it was another outlet");
        assertEquals("430 in 230, 22 in 11, {NOT_YET=1}", soFar());
    }

    @Test
    void hoursOfAnAcceptedStopMarkAreNotLost() {
        MarkId mark = files("2026-11-09T19:00", "STOP", "2026-11-09T08:00", "2026-11-09T18:00");
        assertEquals("430 in 230, 22 in 11, {NOT_YET=1}", soFar(), "it waits for an officer");
        city.marks("2026-11-09T20:00").decide(mark, 1, true, "officer Li", "seen on the spot");
        assertEquals("430 in 230, 2 in 1, {STOPPED=10, NOT_YET=1}", soFar());
    }

    private MarkId files(String now, String kind, String from, String until) {
        return city.marks(now)
                .file(new FilingOrder(
                        Optional.empty(),
                        0,
                        FIRST,
                        new MarkCode(kind),
                        new Window(at(from), at(until)),
                        Set.of(),
                        "so it was",
                        List.of(),
                        "Wang",
                        ""))
                .match(
                        kept -> kept.mark().id(),
                        not -> {
                            throw new AssertionError(not);
                        },
                        unknown -> {
                            throw new AssertionError(unknown);
                        });
    }

    private String soFar() {
        return shown(totals(EmissionScope.Kind.OUTLET, "DA001", "2026-11", Split.NONE)
                .sums()
                .get(0)
                .total());
    }

    @Test
    void aCheckIsRecordedOnceAndOnlyOfWhatIsKnown() {
        QaDesk checks = city.checks();
        Act act = new Act(at("2026-11-04T12:00"), "张三", "台账第7页");
        assertTrue(checks.record(zero("2026-11-02T00:00", "1"), act).file().isPresent());
        assertEquals(
                Optional.of(QaDesk.Refused.ALREADY_RECORDED),
                checks.record(zero("2026-11-02T00:00", "2"), act).why());
        assertEquals(
                Optional.of(QaDesk.Refused.FROM_THE_FUTURE),
                checks.record(zero("2026-11-12T00:00", "2"), act).why());
        assertEquals(1, checks.events(FIRST, Optional.empty(), 10).size());
    }

    private static QaEvent zero(String at, String percent) {
        return new QaEvent(
                0,
                new QaEvent.Subject(FIRST, SO2, QaCheck.ZERO_DRIFT),
                QaMode.MANUAL_EXTRACTIVE,
                at(at),
                QaFigures.percent(percent, QaBasis.FULL_SCALE),
                Optional.empty(),
                "book 7");
    }

    // 452 kg of DA001 and 1178 kg of both so far
    @Test
    void permittedTotalsAreComparedWithWhatWasLetOutSoFar() throws Exception {
        city.sheet(
                        "permitted-totals",
                        "enterprise,outlet,factor,tonnes,first_day,last_day,document,mark",
                        "E1,,a21026,1.3,2026-01-01,2026-12-31,91371500示例001P,VERIFIED",
                        "E1,DA001,a21026,0.452,2026-11-01,2026-11-30,91371500示例001P,VERIFIED",
                        "E1,DA002,a21026,100,2026-01-01,2026-12-31,91371500示例001P,VERIFIED",
                        "E1,DA002,a21026,1,2027-01-01,2027-12-31,91371500示例001P,VERIFIED")
                .takeOver();
        assertEquals(
                List.of("WARNING WITH_SUBSTITUTED_HOURS", "REACHED WITH_SUBSTITUTED_HOURS", "NONE BELOW"),
                city.emissions().permitted(new EnterpriseId("E1")).stream()
                        .map(EmissionDeskContract::shown)
                        .toList());
        assertEquals(List.of(), city.emissions().permitted(new EnterpriseId("E9")));
    }

    private static String shown(TotalDecision decision) {
        return decision.level() + " " + decision.reason();
    }
}
