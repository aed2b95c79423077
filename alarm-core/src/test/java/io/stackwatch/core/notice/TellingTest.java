package io.stackwatch.core.notice;

import static io.stackwatch.core.alarm.AlarmEventKind.RAISED;
import static io.stackwatch.core.alarm.AlarmEventKind.SHELVED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.alarm.AlarmFixture;
import io.stackwatch.core.alarm.AlarmLevel;
import io.stackwatch.core.notice.NotifyDecision.Silence;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.core.registry.Verification;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whether one person is told now: who is on duty, in peace, known already; each "no" with its reason. */
class TellingTest {

    private static final Alarm ALARM = AlarmFixture.after(RAISED);
    private static final Instant END = Instant.parse("2026-11-20T23:00:00Z");
    private static final Recipient LI =
            new Recipient(new RecipientId("li"), List.of(new Address(new ChannelName("mail"), "li@example.org")));

    @Test
    void somebodyOnDutyWithAnAddressIsTold() {
        assertEquals(
                "li", decide(ALARM, Optional.empty(), Optional.of(LI), true, Optional.empty(), Optional.empty(), true));
    }

    @Test
    void everyNoHasItsReasonAndTheFirstOneIsSaid() {
        Optional<Instant> peace = Optional.of(END);
        Optional<Silence> stop = Optional.of(Silence.ACKNOWLEDGED);
        assertEquals("ACKNOWLEDGED", decide(ALARM, stop, Optional.of(LI), true, peace, Optional.empty(), true));
        assertEquals(
                "SHELVED",
                decide(
                        AlarmFixture.after(RAISED, SHELVED),
                        Optional.empty(),
                        Optional.of(LI),
                        true,
                        peace,
                        Optional.empty(),
                        true));
        assertEquals(
                "NOBODY_ON_DUTY",
                decide(ALARM, Optional.empty(), Optional.empty(), false, peace, Optional.empty(), true));
        assertEquals(
                "NO_ADDRESS", decide(ALARM, Optional.empty(), Optional.empty(), true, peace, Optional.empty(), true));
        assertEquals(
                "QUIET until " + END,
                decide(ALARM, Optional.empty(), Optional.of(LI), true, peace, Optional.empty(), true));
    }

    @Test
    void whoWasToldOfTheGroupAtNoLowerLevelIsNotToldAgainButReminded() {
        Optional<AlarmLevel> yellow = Optional.of(AlarmLevel.YELLOW);
        assertEquals(
                "TOLD_WITH_GROUP",
                decide(ALARM, Optional.empty(), Optional.of(LI), true, Optional.empty(), yellow, true));
        assertEquals("li", decide(ALARM, Optional.empty(), Optional.of(LI), true, Optional.empty(), yellow, false));
        assertEquals(
                "li",
                decide(
                        ALARM,
                        Optional.empty(),
                        Optional.of(LI),
                        true,
                        Optional.empty(),
                        Optional.of(AlarmLevel.BLUE),
                        true),
                "this one is graver");
    }

    @Test
    void theQuietOfANightEndsInTheMorningAndIsBrokenByAGraveAlarm() {
        QuietRule night = new QuietRule(
                DutyRole.COUNTY_DUTY, LocalTime.of(22, 0), LocalTime.of(7, 0), AlarmLevel.ORANGE, Effective.ALWAYS);
        Instant morning = at("2026-11-21T07:00");
        assertEquals(Optional.empty(), quiet(night, AlarmLevel.YELLOW, "2026-11-20T21:59:59"));
        assertEquals(Optional.of(morning), quiet(night, AlarmLevel.YELLOW, "2026-11-20T22:00"));
        assertEquals(Optional.of(morning), quiet(night, AlarmLevel.YELLOW, "2026-11-21T06:59:59"));
        assertEquals(Optional.empty(), quiet(night, AlarmLevel.YELLOW, "2026-11-21T07:00"));
        assertEquals(Optional.empty(), quiet(night, AlarmLevel.ORANGE, "2026-11-21T03:00"));
        assertEquals(Optional.empty(), night.quietUntil(DutyRole.OPERATOR, AlarmLevel.BLUE, at("2026-11-21T03:00")));
    }

    @Test
    void theQuietOfANoonIsOfOneDay() {
        QuietRule noon = new QuietRule(
                DutyRole.COUNTY_DUTY, LocalTime.of(12, 0), LocalTime.of(13, 0), AlarmLevel.RED, Effective.ALWAYS);
        assertEquals(Optional.of(at("2026-11-20T13:00")), quiet(noon, AlarmLevel.YELLOW, "2026-11-20T12:30"));
        assertEquals(Optional.empty(), quiet(noon, AlarmLevel.YELLOW, "2026-11-20T13:00"));
    }

    @Test
    void onDutyIsWhoHasTheShiftOfTheRoleInTheCountyOrTheEnterpriseOfTheAlarm() {
        AlarmPlace place = new AlarmPlace(
                Optional.of(new OutletId("DA001")),
                Optional.of(new EnterpriseId("E1")),
                Optional.of(new RegionCode("371502")));
        Instant from = at("2026-11-20T08:00");
        Instant until = at("2026-11-20T20:00");
        Roster roster = new Roster(List.of(
                county("wang", "371502", from, until),
                county("li", "371502", from, until),
                county("sun", "371581", from, until),
                new RosterShift(
                        new RecipientId("zhao"),
                        DutyRole.OPERATOR,
                        Optional.empty(),
                        Optional.of(new EnterpriseId("E2")),
                        Effective.between(from, until)),
                new RosterShift(
                        new RecipientId("centre"),
                        DutyRole.CITY_CENTRE,
                        Optional.empty(),
                        Optional.empty(),
                        Effective.ALWAYS)));
        assertEquals(
                List.of(new RecipientId("li"), new RecipientId("wang")),
                roster.onDuty(DutyRole.COUNTY_DUTY, place, from));
        assertEquals(List.of(), roster.onDuty(DutyRole.COUNTY_DUTY, place, until));
        assertEquals(List.of(), roster.onDuty(DutyRole.OPERATOR, place, from), "of another enterprise");
        assertEquals(List.of(new RecipientId("centre")), roster.onDuty(DutyRole.CITY_CENTRE, place, until));
    }

    @Test
    void aShiftOfACountysRoleNamesItsCountyAndNoEnterprise() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new RosterShift(
                        new RecipientId("li"),
                        DutyRole.COUNTY_DUTY,
                        Optional.empty(),
                        Optional.of(new EnterpriseId("E1")),
                        Effective.ALWAYS));
    }

    @Test
    void aGroupIsOfOneKindAndHourAndOfWhatItsRowSays() {
        Map<String, GroupRule> rules = GroupRule.load();
        AlarmPlace place = new AlarmPlace(
                Optional.of(new OutletId("DA001")),
                Optional.of(new EnterpriseId("E1")),
                Optional.of(new RegionCode("371502")));
        assertEquals(
                "EX_H OUTLET:DA001 2026-11-20T00:00:00Z",
                GroupRule.of(rules, ALARM.key().type()).key(ALARM, place));
        GroupRule county = new GroupRule(GroupRule.By.COUNTY, "test", Verification.DESIGN);
        assertEquals("EX_H COUNTY:371502 2026-11-20T00:00:00Z", county.key(ALARM, place));
        AlarmPlace nowhere = new AlarmPlace(Optional.empty(), Optional.empty(), Optional.empty());
        assertEquals("EX_H OUTLET:DA001 2026-11-20T00:00:00Z", county.key(ALARM, nowhere), "by itself");
    }

    private static RosterShift county(String person, String county, Instant from, Instant until) {
        return new RosterShift(
                new RecipientId(person),
                DutyRole.COUNTY_DUTY,
                Optional.of(new RegionCode(county)),
                Optional.empty(),
                Effective.between(from, until));
    }

    private static Optional<Instant> quiet(QuietRule rule, AlarmLevel level, String local) {
        return rule.quietUntil(DutyRole.COUNTY_DUTY, level, at(local));
    }

    private static Instant at(String local) {
        return ZonedDateTime.parse(local + (local.length() == 16 ? ":00" : "") + "+08:00")
                .toInstant();
    }

    private static String decide(
            Alarm alarm,
            Optional<Silence> stop,
            Optional<Recipient> recipient,
            boolean onDuty,
            Optional<Instant> quiet,
            Optional<AlarmLevel> group,
            boolean fresh) {
        return Telling.decide(new Telling.Facts(alarm, stop, recipient, onDuty, quiet, group, fresh))
                .match(
                        tell -> tell.recipient().id().value(),
                        not -> not.why() + not.again().map(at -> " until " + at).orElse(""));
    }
}
