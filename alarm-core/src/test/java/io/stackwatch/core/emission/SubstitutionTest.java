package io.stackwatch.core.emission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.quality.CaptureRate;
import io.stackwatch.core.quality.OutOfControl;
import io.stackwatch.core.quality.QaBasis;
import io.stackwatch.core.quality.QaCheck;
import io.stackwatch.core.quality.QaEvent;
import io.stackwatch.core.quality.QaFigures;
import io.stackwatch.core.quality.QaFixture;
import io.stackwatch.core.quality.QaRule;
import io.stackwatch.core.quality.Quarter;
import io.stackwatch.core.quality.Sufficiency;
import io.stackwatch.core.quality.ValidTime;
import io.stackwatch.core.registry.DataTable;
import io.stackwatch.core.transmission.Due;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Regulation 2.4: capture rate and hours lost choose how many valid hours before are looked at. */
final class SubstitutionTest {

    private final Substitution rule = Substitution.load();

    // 9 kg lies 181 valid hours before the loss, 5 kg 180: the window of 180 does not see it
    @Test
    void aShortLossTakesTheGreatestOfTheHundredAndEightyValidHoursBefore() {
        AccountFixture hours = AccountFixture.so2()
                .measured(1, "9")
                .measured(1, "5")
                .measured(179, "2")
                .faulty(2)
                .measured(1000, "1");
        assertEquals(
                List.of(
                        "substituted 5.000000 kg by HJ75-2017-INV-1 of 180 hours for CONCENTRATION_INVALID",
                        "substituted 5.000000 kg by HJ75-2017-INV-1 of 180 hours for CONCENTRATION_INVALID"),
                shown(hours, 181, 183));
    }

    @Test
    void aLossOfTwentyFourHoursIsShortAndOneOfTwentyFiveIsLong() {
        AccountFixture shortLoss = AccountFixture.so2()
                .measured(1, "9")
                .measured(719, "2")
                .silent(24)
                .measured(1400, "1");
        assertEquals(
                "substituted 2.000000 kg by HJ75-2017-INV-1 of 180 hours for NOT_RECEIVED",
                shown(shortLoss, 743, 744).get(0));
        AccountFixture longLoss = AccountFixture.so2()
                .measured(1, "9")
                .measured(719, "2")
                .silent(25)
                .measured(1400, "1");
        assertEquals(
                "substituted 9.000000 kg by HJ75-2017-INV-2 of 720 hours for NOT_RECEIVED",
                shown(longLoss, 720, 721).get(0));
    }

    // 90 of 100 hours are 90 percent exactly; 89 of 99 are less
    @Test
    void atNinetyPercentTheShortWindowHoldsAndBelowItTheLongOne() {
        assertEquals(
                "substituted 2.000000 kg by HJ75-2017-INV-1 of 90 hours for NOT_RECEIVED",
                shown(AccountFixture.so2().measured(90, "2").silent(10), 90, 91).get(0));
        assertEquals(
                "substituted 2.000000 kg by HJ75-2017-INV-3 of 89 hours for NOT_RECEIVED",
                shown(AccountFixture.so2().measured(89, "2").silent(10), 89, 90).get(0));
    }

    @Test
    void atSeventyFivePercentThereIsAValueAndBelowItAnOfficerDecides() {
        assertEquals(
                "substituted 2.000000 kg by HJ75-2017-INV-3 of 75 hours for NOT_RECEIVED",
                shown(AccountFixture.so2().measured(75, "2").silent(25), 75, 76).get(0));
        assertEquals(
                "absent NOT_RECEIVED CAPTURE_RATE_TOO_LOW",
                shown(AccountFixture.so2().measured(74, "2").silent(25), 74, 75).get(0));
    }

    @Test
    void anHourWithoutAnyValidHourBeforeIsAbsent() {
        assertEquals(
                "absent NOT_RECEIVED NO_VALID_HOUR_BEFORE",
                shown(AccountFixture.so2().silent(1).measured(99, "2"), 0, 1).get(0));
    }

    @Test
    void aFactorForWhichTheTablesDoNotHoldIsNotSubstituted() {
        assertEquals(
                "absent NOT_RECEIVED FACTOR_NOT_IN_TABLE",
                shown(new AccountFixture("a21024").measured(99, "2").silent(1), 99, 100)
                        .get(0));
    }

    @Test
    void anEquipmentMarkOfMoreThanFifteenMinutesTakesAMeasuredHourOutAndItIsSubstituted() {
        FactorCode so2 = new FactorCode("a21026");
        AccountFixture hours = AccountFixture.so2()
                .measured(400, "2")
                .marked(1, "7", so2, 16)
                .marked(1, "8", so2, 15)
                .measured(98, "1");
        EmissionAccount account = rule.account(hours.facts(), OutOfControl.NONE);
        assertEquals(
                List.of(
                        "substituted 2.000000 kg by HJ75-2017-INV-1 of 180 hours for MARKED_EQUIPMENT",
                        "measured 8.000000 kg"),
                shown(hours, 400, 402));
        assertEquals(
                new CaptureRate(500, 0, 1), account.capture().get(new Quarter(2026, 4)), "it lowers the capture rate");
    }

    @Test
    void aMarkOfTheFlowTakesTheMassAwayAndOneOfAnInstrumentThatItIsNotMadeWithDoesNot() {
        AccountFixture hours = AccountFixture.so2()
                .measured(400, "2")
                .marked(1, "7", FlueFactors.FLOW, 60)
                .marked(1, "8", FlueFactors.HUMIDITY, 60)
                .marked(1, "9", FactorCode.OXYGEN, 60);
        assertEquals(
                List.of(
                        "substituted 2.000000 kg by HJ75-2017-INV-1 of 180 hours for MARKED_EQUIPMENT",
                        "measured 8.000000 kg",
                        "measured 9.000000 kg"),
                shown(hours, 400, 403),
                "the logger's dry standard flow has humidity in it; a mass is made with the measured concentration");
    }

    @Test
    void aMarkedHourIsNoValidHourForOthersAndInAStopItIsNothingLost() {
        FactorCode so2 = new FactorCode("a21026");
        AccountFixture hours = AccountFixture.so2()
                .measured(400, "2")
                .marked(3, "50", so2, 60)
                .marked(1, "50", so2, 60, new Due.No(Due.Reason.STOPPED, "mark M-8/1"))
                .silent(1);
        assertEquals(
                List.of(
                        "substituted 2.000000 kg by HJ75-2017-INV-1 of 180 hours for MARKED_EQUIPMENT",
                        "absent STOPPED NOT_LOST",
                        "substituted 2.000000 kg by HJ75-2017-INV-1 of 180 hours for NOT_RECEIVED"),
                shown(hours, 402, 405));
    }

    @Test
    void hoursOfAnAcceptedStopAreNeitherLostNorCountedAndDoNotEndALoss() {
        AccountFixture hours =
                AccountFixture.so2().measured(400, "2").silent(13).stopped(50).silent(12);
        EmissionAccount account = rule.account(hours.facts(), OutOfControl.NONE);
        assertEquals(
                "absent STOPPED NOT_LOST",
                AccountFixture.shown(account.hours().get(420).emission()));
        assertEquals(new CaptureRate(475, 50, 25), account.capture().get(new Quarter(2026, 4)));
        assertEquals(
                "substituted 2.000000 kg by HJ75-2017-INV-2 of 400 hours for NOT_RECEIVED",
                AccountFixture.shown(account.hours().get(400).emission()));
    }

    @Test
    void hoursThatAreStillToComeOrThatNobodyWatchesMeanNothing() {
        AccountFixture hours = AccountFixture.so2()
                .none(5, new Due.No(Due.Reason.NOT_CONNECTED, ""))
                .measured(10, "2")
                .toCome(30);
        EmissionAccount account = rule.account(hours.facts(), OutOfControl.NONE);
        assertEquals(new CaptureRate(10, 0, 0), account.capture().get(new Quarter(2026, 4)));
        assertEquals(
                "{NOT_WATCHED=5, NOT_YET=30}",
                account.in(new Quarter(2026, 4).window()).absent().toString());
        assertTrue(account.in(new Quarter(2026, 4).window()).complete());
    }

    // an exemption forgives that nothing was sent; what was let out meanwhile was let out
    @Test
    void anExemptHourWithoutADatumIsSubstituted() {
        AccountFixture hours = AccountFixture.so2().measured(99, "2").none(1, new Due.No(Due.Reason.EXEMPT, "grant 3"));
        assertEquals(
                "substituted 2.000000 kg by HJ75-2017-INV-1 of 99 hours for NOT_RECEIVED",
                shown(hours, 99, 100).get(0));
    }

    @Test
    void aMeasuredHourInAnAcceptedStopCounts() {
        AccountFixture hours = AccountFixture.so2()
                .add(new Due.No(Due.Reason.STOPPED, "stop 12"), Optional.of(AccountFixture.mass("3")), true);
        assertEquals(
                3_000_000,
                rule.account(hours.facts(), OutOfControl.NONE)
                        .in(new Quarter(2026, 4).window())
                        .measured()
                        .milligrams());
    }

    // passes on 2 Oct 10:00, fails on 3 Oct 10:00, passes on 4 Oct 10:00: 48 hours, and the hours before 2 Oct 10:00
    // count
    @Test
    void hoursOutOfControlAreSubstitutedFromBeforeTheLastPassingCheck() {
        AccountFixture hours =
                AccountFixture.so2().measured(34, "2").measured(48, "7").measured(600, "1");
        OutOfControl control = control(
                QaFixture.zero(1, "2026-10-02T10:00", "1"),
                QaFixture.zero(2, "2026-10-03T10:00", "6"),
                QaFixture.zero(3, "2026-10-04T10:00", "1"));
        EmissionAccount account = rule.account(hours.facts(), control);
        assertEquals(
                "measured 2.000000 kg",
                AccountFixture.shown(account.hours().get(33).emission()));
        assertEquals(
                "substituted 2.000000 kg by HJ75-2017-OOC-2 of 34 hours for OUT_OF_CONTROL",
                AccountFixture.shown(account.hours().get(34).emission()));
        assertEquals(
                "substituted 2.000000 kg by HJ75-2017-OOC-2 of 34 hours for OUT_OF_CONTROL",
                AccountFixture.shown(account.hours().get(81).emission()));
        assertEquals(
                "measured 1.000000 kg",
                AccountFixture.shown(account.hours().get(82).emission()));
    }

    @Test
    void aFlowThatIsOutOfControlTakesEveryFactorWithIt() {
        AccountFixture hours = AccountFixture.so2().measured(200, "2");
        QaEvent failed = QaFixture.check(
                1,
                FlueFactors.VELOCITY,
                QaCheck.RELATIVE_ACCURACY,
                "2026-10-09T07:00",
                QaFigures.percent("13", QaBasis.REFERENCE));
        EmissionAccount account = rule.account(hours.facts(), control(failed));
        assertEquals(
                "measured 2.000000 kg",
                AccountFixture.shown(account.hours().get(198).emission()));
        assertEquals(
                "substituted 2.000000 kg by HJ75-2017-OOC-1 of 180 hours for OUT_OF_CONTROL",
                AccountFixture.shown(account.hours().get(199).emission()));
    }

    @Test
    void aTotalTellsMeasuredSubstitutedAndAbsentApart() {
        AccountFixture hours =
                AccountFixture.so2().silent(1).measured(20, "2").faulty(1).stopped(2);
        EmissionAccount account = rule.account(hours.facts(), OutOfControl.NONE);
        EmissionTotal day = account.in(new Window(AccountFixture.START, AccountFixture.START.plus(Duration.ofDays(1))));
        assertEquals("0.040000000", day.measured().tonnes().toPlainString());
        assertEquals(20, day.measuredHours());
        assertEquals("0.002000000", day.substituted().tonnes().toPlainString());
        assertEquals(1, day.substitutedHours());
        assertEquals("{NOT_RECEIVED=1, STOPPED=2}", day.absent().toString());
        assertEquals(1, day.lostHours());
        assertEquals("0.042000000", day.sum().tonnes().toPlainString());
    }

    // 19 hours of the first day were measured and 20 of every other day of October
    @Test
    void aDayAndAMonthCountByTheHoursThatWereMeasured() {
        AccountFixture hours = AccountFixture.so2().measured(19, "2").faulty(5);
        for (int day = 2; day <= 31; day++) {
            hours.measured(20, "2").faulty(4);
        }
        EmissionAccount account = rule.account(hours.facts(), OutOfControl.NONE);
        ValidTime valid = new ValidTime(RuleParameters.load());
        assertEquals("19 of 20", shown(account.sufficiency(LocalDate.parse("2026-10-01"), valid)));
        assertEquals("20 of 20", shown(account.sufficiency(LocalDate.parse("2026-10-02"), valid)));
        assertEquals("30 of 25", shown(account.sufficiency(YearMonth.of(2026, 10), valid)));
        assertEquals("0 of 25", shown(account.sufficiency(YearMonth.of(2026, 11), valid)));
    }

    private static String shown(Sufficiency answer) {
        return answer.match(
                enough -> enough.had() + " of " + enough.needed(), tooFew -> tooFew.had() + " of " + tooFew.needed());
    }

    @Test
    void aTableWithTwoRowsForTheSameHoursIsRefused() {
        String header = "id,cause,capture_from,capture_below,hours_from,hours_to,valid_hours,from,until,source,mark\n";
        String one = "A,INVALID,0.90,,1,24,180,,,own,DESIGN\n";
        assertThrows(
                IllegalArgumentException.class,
                () -> SubstitutionTable.of(
                        DataTable.parse("t.csv", header + one + "B,INVALID,0.75,0.95,24,,720,,,own,DESIGN\n")));
        assertEquals(
                2,
                SubstitutionTable.of(
                                DataTable.parse("t.csv", header + one + "B,INVALID,0.75,0.95,25,,720,,,own,DESIGN\n"))
                        .rows()
                        .size());
    }

    private List<String> shown(AccountFixture hours, int from, int to) {
        return rule.account(hours.facts(), OutOfControl.NONE).hours().subList(from, to).stream()
                .map(hour -> AccountFixture.shown(hour.emission()))
                .toList();
    }

    private static OutOfControl control(QaEvent... events) {
        return OutOfControl.of(List.of(events), QaRule.load(), RuleParameters.load());
    }
}
