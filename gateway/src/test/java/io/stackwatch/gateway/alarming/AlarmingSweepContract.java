package io.stackwatch.gateway.alarming;

import static io.stackwatch.gateway.alarming.AlarmingCity.MORNING;
import static io.stackwatch.gateway.alarming.AlarmingCity.NOX;
import static io.stackwatch.gateway.alarming.AlarmingCity.SO2;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.alarm.AlarmEventKind;
import io.stackwatch.core.alarm.AlarmKey;
import io.stackwatch.core.alarm.AlarmLevel;
import io.stackwatch.core.alarm.AlarmOrder;
import io.stackwatch.core.alarm.AlarmState;
import io.stackwatch.core.alarm.AlarmType;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.notice.DutyRole;
import io.stackwatch.core.notice.QuietRule;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.gateway.records.NoticeRecords;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.RosterRecords;
import io.stackwatch.gateway.records.StoreOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is told of an alarm, when, and again, and when not and why, whichever database is under it. */
abstract class AlarmingSweepContract {

    private static final AlarmType OFFLINE = AlarmType.OFFLINE;

    private RecordStore store;
    private AlarmingCity city;

    abstract StoreOptions fresh();

    @BeforeEach
    void open() {
        store = RecordStore.open(fresh());
        city = new AlarmingCity(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void anAlarmThatNobodyAcknowledgesGoesUpTheChainWithReminders() {
        city.people();
        AlarmKey key = city.raise("DA001", AlarmType.HOUR_EXCEEDANCE, SO2, AlarmLevel.YELLOW, MORNING);
        assertEquals(List.of("L0.0 operator NEW_ALARM!", "L0.0 (MAINTAINER) NOBODY_ON_DUTY"), city.fire(key, MORNING));
        assertEquals(List.of(), city.fire(key, hours(1).minusMillis(1)));
        assertEquals(List.of("L0.1 operator REMINDER!", "L0.1 (MAINTAINER) NOBODY_ON_DUTY"), city.fire(key, hours(1)));
        assertEquals(
                List.of("L0.2 (MAINTAINER) NOBODY_ON_DUTY", "L0.2 operator REMINDER!", "L1.0 county ESCALATED!"),
                city.fire(key, hours(2)).stream().sorted().toList());
        assertTrue(city.fire(key, hours(12))
                .containsAll(List.of("L2.0 firm-head ESCALATED!", "L2.0 county-head ESCALATED!")));
        assertTrue(city.fire(key, hours(24)).contains("L3.0 centre ESCALATED!"));
        assertEquals(0, city.sweep.failed());
    }

    @Test
    void anAcknowledgementStopsEverythingAndWithoutItItWouldHaveGoneOn() {
        city.people();
        AlarmKey seen = city.raise("DA001", AlarmType.HOUR_EXCEEDANCE, SO2, AlarmLevel.YELLOW, MORNING);
        AlarmKey unseen = city.raise("DA002", AlarmType.HOUR_EXCEEDANCE, SO2, AlarmLevel.YELLOW, MORNING);
        city.sweep.fire(MORNING);
        city.act(seen, AlarmOrder.plain(AlarmEventKind.ACKNOWLEDGED, "county", "已核实"), MORNING.plusSeconds(60));
        assertEquals(List.of(), city.fire(seen, hours(48)));
        assertTrue(city.story(unseen).contains("L1.0 county ESCALATED!"));
    }

    @Test
    void anAcknowledgementBeforeTheSweepHasLookedTellsNobody() {
        city.people();
        AlarmKey key = city.raise("DA001", AlarmType.HOUR_EXCEEDANCE, SO2, AlarmLevel.YELLOW, MORNING);
        city.act(key, AlarmOrder.plain(AlarmEventKind.ACKNOWLEDGED, "county", "已核实"), MORNING);
        assertEquals(List.of(), city.fire(key, hours(48)));
    }

    @Test
    void anOrangeAlarmTellsTheCountyAtOnceAndARiseTellsAgain() {
        city.people();
        AlarmKey orange = city.raise("DA001", AlarmType.HOUR_EXCEEDANCE, SO2, AlarmLevel.ORANGE, MORNING);
        AlarmKey yellow = city.raise("DA002", AlarmType.HOUR_EXCEEDANCE, SO2, AlarmLevel.YELLOW, MORNING);
        assertTrue(city.fire(orange, MORNING).contains("L1.0 county ESCALATED!"));
        Instant later = MORNING.plusSeconds(600);
        city.happens(yellow, AlarmEventKind.LEVEL_ROSE, AlarmLevel.ORANGE, later);
        assertEquals(
                List.of("L0.1 (MAINTAINER) NOBODY_ON_DUTY", "L0.1 operator REMINDER!", "L1.0 county ESCALATED!"),
                city.fire(yellow, later).stream().sorted().toList());
    }

    @Test
    void theEndIsToldToThoseWhoKnowAndAnExceedanceIsRemindedOfAllTheSame() {
        city.people();
        AlarmKey exceeds = city.raise("DA001", AlarmType.HOUR_EXCEEDANCE, SO2, AlarmLevel.YELLOW, MORNING);
        AlarmKey missing = city.raise("DA002", AlarmType.DATA_MISSING, SO2, AlarmLevel.YELLOW, MORNING);
        city.sweep.fire(MORNING);
        city.happens(exceeds, AlarmEventKind.CLEARED, AlarmLevel.YELLOW, MORNING.plusSeconds(60));
        city.happens(missing, AlarmEventKind.CLEARED, AlarmLevel.YELLOW, MORNING.plusSeconds(60));
        assertEquals(List.of("- operator ENDED!"), city.fire(exceeds, MORNING.plusSeconds(61)));
        assertTrue(city.story(missing).contains("- operator ENDED!"));
        int before = city.story(missing).size();
        assertTrue(city.fire(exceeds, hours(1)).contains("L0.1 operator REMINDER!"), "somebody answers for it");
        assertEquals(before, city.story(missing).size(), "nobody need answer for it");
    }

    @Test
    void aShelvedAlarmIsNotToldOfUntilItsTimeIsOver() {
        city.people();
        AlarmKey key = city.raise("DA001", AlarmType.HOUR_EXCEEDANCE, SO2, AlarmLevel.YELLOW, MORNING);
        city.sweep.fire(MORNING);
        city.act(
                key,
                new AlarmOrder(AlarmEventKind.SHELVED, "county", "已派员", Optional.of(hours(5)), Optional.empty()),
                MORNING.plusSeconds(60));
        assertEquals(List.of(), city.fire(key, hours(5).minusMillis(1)));
        assertTrue(city.fire(key, hours(5)).containsAll(List.of("L0.1 operator REMINDER!", "L1.0 county ESCALATED!")));
        assertEquals(AlarmState.OPEN_ACTIVE, city.alarm(key).state());
    }

    @Test
    void aDeadLinkHidesThatDataAreMissingAndItsReturnShowsIt() {
        city.people();
        AlarmKey dead = city.raise("DA001", OFFLINE, FactorCode.ALL, AlarmLevel.YELLOW, MORNING);
        AlarmKey missing = city.raise("DA001", AlarmType.DATA_MISSING, SO2, AlarmLevel.YELLOW, MORNING);
        AlarmKey other = city.raise("DA002", AlarmType.DATA_MISSING, SO2, AlarmLevel.YELLOW, MORNING);
        assertEquals(List.of(), city.fire(missing, MORNING));
        assertEquals(AlarmState.OPEN_ACTIVE_SUPPRESSED, city.alarm(missing).state());
        assertEquals(
                "ALARM:" + city.alarm(dead).id(),
                city.alarm(missing).abeyance().orElseThrow().cause().orElseThrow());
        assertTrue(city.story(dead).contains("L0.0 operator NEW_ALARM!"));
        assertTrue(city.story(other).contains("L0.0 operator NEW_ALARM!"), "its link is alive");
        city.happens(dead, AlarmEventKind.CLEARED, AlarmLevel.YELLOW, MORNING.plusSeconds(600));
        assertTrue(
                city.fire(missing, MORNING.plusSeconds(600)).stream().anyMatch(row -> row.startsWith("L0.0 operator")));
        assertEquals(AlarmState.OPEN_ACTIVE, city.alarm(missing).state());
        assertTrue(!city.signalled.isEmpty(), "listeners hear of it");
    }

    @Test
    void alarmsOfOneOutletAndHourAreToldTogetherTheGravestFirst() {
        city.people();
        AlarmKey yellow = city.raise("DA001", AlarmType.HOUR_EXCEEDANCE, SO2, AlarmLevel.YELLOW, MORNING);
        AlarmKey orange = city.raise("DA001", AlarmType.HOUR_EXCEEDANCE, NOX, AlarmLevel.ORANGE, MORNING);
        city.sweep.fire(MORNING);
        assertTrue(city.story(yellow).contains("L0.0 operator TOLD_WITH_GROUP"));
        assertTrue(city.story(orange).contains("L0.0 operator NEW_ALARM!"));
        NoticeRecords.Row notice = city.outbox().stream()
                .filter(row -> row.notice().recipient().id().value().equals("operator"))
                .findFirst()
                .orElseThrow();
        assertEquals(Optional.of("1"), notice.notice().text().fact("others"));
        assertEquals("【橙】小时超标 示例热电厂 DA001排放口 a21002：新报警", notice.notice().text().title());
        assertEquals("alarm.NEW_ALARM.ACKNOWLEDGE_AND_CAUSE", notice.words());
    }

    @Test
    void aQuietNightIsMadeUpForInTheMorning() {
        city.people();
        Instant night = Instant.parse("2026-11-24T15:00:00Z");
        store.write(handle -> {
            RosterRecords.save(
                    handle,
                    new QuietRule(
                            DutyRole.OPERATOR,
                            LocalTime.of(22, 0),
                            LocalTime.of(7, 0),
                            AlarmLevel.ORANGE,
                            Effective.ALWAYS));
            return true;
        });
        AlarmKey key = city.raise("DA001", AlarmType.DATA_MISSING, SO2, AlarmLevel.BLUE, MORNING);
        store.write(handle -> handle.execute("UPDATE alarm_event SET at = ?", night.toEpochMilli()));
        assertEquals(List.of("L0.0 operator QUIET", "L0.0 (MAINTAINER) NOBODY_ON_DUTY"), city.fire(key, night));
        Instant morning = Instant.parse("2026-11-24T23:00:00Z");
        assertEquals(List.of(), city.fire(key, night.plusSeconds(3_600)));
        assertTrue(city.fire(key, morning).contains("L0.0 operator NEW_ALARM!"));
    }

    @Test
    void whoIsOnDutyWithoutAnAddressIsSaidNotToBeReached() {
        city.onDuty("operator", DutyRole.OPERATOR);
        AlarmKey key = city.raise("DA001", AlarmType.HOUR_EXCEEDANCE, SO2, AlarmLevel.YELLOW, MORNING);
        assertEquals(List.of("L0.0 operator NO_ADDRESS", "L0.0 (MAINTAINER) NOBODY_ON_DUTY"), city.fire(key, MORNING));
        assertEquals(List.of(), city.outbox());
        city.reached("operator");
        assertTrue(city.fire(key, hours(1)).contains("L0.1 operator REMINDER!"));
    }

    @Test
    void anAssignmentIsToldToTheAssignee() {
        city.reached("wang");
        AlarmKey key = city.raise("DA001", AlarmType.HOUR_EXCEEDANCE, SO2, AlarmLevel.YELLOW, MORNING);
        city.sweep.fire(MORNING);
        city.act(
                key,
                new AlarmOrder(AlarmEventKind.ASSIGNED, "county", "去现场", Optional.empty(), Optional.of("Wang")),
                MORNING.plusSeconds(1));
        assertEquals(List.of("- wang ASSIGNED!"), city.fire(key, MORNING.plusSeconds(2)));
    }

    @Test
    void aRestartTellsNobodyAgainAndAWakeUpThatDidNotComeIsMadeUpFor() {
        city.people();
        AlarmKey key = city.raise("DA001", AlarmType.HOUR_EXCEEDANCE, SO2, AlarmLevel.YELLOW, MORNING);
        city.sweep.fire(MORNING);
        int told = city.ids().size();
        city.restart();
        assertEquals(List.of(), city.fire(key, MORNING));
        assertEquals(told, city.ids().size());
        city.restart();
        assertTrue(city.fire(key, hours(3)).contains("L1.0 county ESCALATED!"));
    }

    @Test
    void whatHappenedBeforeTheFirstSweepIsNotTold() {
        city.people();
        store.write(handle -> handle.execute("DELETE FROM alarming_place"));
        AlarmKey key = city.raise("DA001", AlarmType.HOUR_EXCEEDANCE, SO2, AlarmLevel.RED, MORNING);
        assertEquals(List.of(), city.fire(key, MORNING));
    }

    @Test
    void oneAlarmThatCannotBeToldKeepsNoOtherFromBeingTold() {
        city.people();
        AlarmKey bad = city.raise("DA001", AlarmType.HOUR_EXCEEDANCE, SO2, AlarmLevel.YELLOW, MORNING);
        AlarmKey good = city.raise("DA002", AlarmType.HOUR_EXCEEDANCE, SO2, AlarmLevel.YELLOW, MORNING);
        city.sweep.fire(MORNING.minusSeconds(1));
        store.write(handle -> handle.execute(
                "UPDATE alarm SET factor = '' WHERE id = ?",
                city.alarm(bad).id().value()));
        city.sweep.fire(MORNING);
        assertTrue(city.story(good).contains("L0.0 operator NEW_ALARM!"));
        assertEquals(1, city.sweep.failed());
    }

    private static Instant hours(long hours) {
        return MORNING.plus(Duration.ofHours(hours));
    }
}
