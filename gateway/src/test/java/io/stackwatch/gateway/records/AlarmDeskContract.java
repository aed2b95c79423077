package io.stackwatch.gateway.records;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.alarm.AlarmActing;
import io.stackwatch.core.alarm.AlarmChange;
import io.stackwatch.core.alarm.AlarmEvent;
import io.stackwatch.core.alarm.AlarmEventKind;
import io.stackwatch.core.alarm.AlarmId;
import io.stackwatch.core.alarm.AlarmKey;
import io.stackwatch.core.alarm.AlarmLevel;
import io.stackwatch.core.alarm.AlarmOrder;
import io.stackwatch.core.alarm.AlarmReason;
import io.stackwatch.core.alarm.AlarmRefusal;
import io.stackwatch.core.alarm.AlarmState;
import io.stackwatch.core.alarm.AlarmType;
import io.stackwatch.core.alarm.EpisodeDecision;
import io.stackwatch.core.deadline.Role;
import io.stackwatch.core.enforcement.PersonId;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.notice.EscalationTimer;
import io.stackwatch.core.notice.NotifyDecision;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.judgement.SqlAlarmDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What officers do to alarms is kept as events that fold to the row, whichever database is under it. */
abstract class AlarmDeskContract {

    private static final Instant HOUR = Instant.parse("2026-11-24T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-24T01:05:00Z");
    private static final AlarmKey KEY =
            new AlarmKey(new OutletId("DA001"), new FactorCode("a21026"), AlarmType.HOUR_EXCEEDANCE, HOUR);

    private final List<Long> signalled = new ArrayList<>();
    private RecordStore store;
    private AlarmDesk desk;

    abstract StoreOptions fresh();

    @BeforeEach
    void open() {
        store = RecordStore.open(fresh());
        EventSignal signal = new EventSignal();
        signal.subscribe(signalled::add);
        desk = new SqlAlarmDesk(store, RuleParameters.load(), signal);
        store.write(handle -> {
            PersonRecords.save(
                    handle,
                    new PersonRow(
                            new PersonId("Li Na"),
                            Role.OFFICER,
                            "李娜",
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of("37150001"),
                            Effective.ALWAYS));
            return true;
        });
        AlarmEvent raised = new AlarmEvent(
                KEY,
                AlarmEventKind.RAISED,
                NOW,
                HOUR,
                HOUR,
                AlarmLevel.YELLOW,
                AlarmReason.EXCEEDS,
                Optional.of(HOUR),
                Optional.empty(),
                "38 of 35",
                List.of());
        AlarmChange change = new AlarmChange(Alarm.begin(raised), List.of(raised));
        store.write(handle -> AlarmChanges.keep(
                handle,
                List.of(new EpisodeDecision(EpisodeDecision.Kind.STARTED, List.of(change))),
                Duration.ofDays(1),
                NOW));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void everyActOfAPersonIsKeptAndTheHistoryFoldsToTheRow() {
        Instant until = NOW.plusSeconds(3_600);
        List<AlarmOrder> orders = List.of(
                new AlarmOrder(AlarmEventKind.ASSIGNED, "Li Na", "去现场", Optional.empty(), Optional.of("Wang")),
                new AlarmOrder(AlarmEventKind.SHELVED, "Li Na", "已派员", Optional.of(until), Optional.empty()),
                AlarmOrder.plain(AlarmEventKind.UNSHELVED, "Li Na", "提前"),
                new AlarmOrder(AlarmEventKind.TAKEN_OUT_OF_SERVICE, "Li Na", "更换", Optional.empty(), Optional.empty()),
                AlarmOrder.plain(AlarmEventKind.ACKNOWLEDGED, "Li Na", "已核实"),
                AlarmOrder.plain(AlarmEventKind.RETURNED_TO_SERVICE, "Li Na", "完成"));
        List<AlarmState> states = new ArrayList<>();
        for (AlarmOrder order : orders) {
            act(order);
            Alarm row = row();
            List<AlarmEvent> history = store.read(handle -> AlarmEventRecords.of(handle, AlarmId.of(KEY))).stream()
                    .map(NumberedEvent::event)
                    .toList();
            assertEquals(Alarm.fold(history), row, order.toString());
            states.add(row.state());
        }
        assertEquals(
                List.of(
                        AlarmState.OPEN_ACTIVE,
                        AlarmState.OPEN_ACTIVE_SHELVED,
                        AlarmState.OPEN_ACTIVE,
                        AlarmState.OPEN_ACTIVE_OUT_OF_SERVICE,
                        AlarmState.ACKNOWLEDGED_ACTIVE_OUT_OF_SERVICE,
                        AlarmState.ACKNOWLEDGED_ACTIVE),
                states);
        assertEquals("Wang", row().assignment().orElseThrow().to());
        assertEquals("38 of 35", row().words());
        assertEquals(List.of(2L, 3L, 4L, 5L, 6L, 7L), signalled);
    }

    @Test
    void aRefusedActChangesNothingAndSaysStateEventAndReason() {
        AlarmOrder order = AlarmOrder.plain(AlarmEventKind.UNSHELVED, "Li Na", "提前");
        AlarmActing.Refused refused = desk.act(AlarmId.of(KEY), order, NOW)
                .match(
                        done -> {
                            throw new AssertionError("done");
                        },
                        AlarmActOutcome.Refused::reason,
                        () -> {
                            throw new AssertionError("unknown");
                        });
        assertEquals(
                new AlarmActing.Refused(AlarmState.OPEN_ACTIVE, AlarmEventKind.UNSHELVED, AlarmRefusal.NOT_SHELVED),
                refused);
        assertEquals(
                1,
                store.read(handle -> AlarmEventRecords.of(handle, AlarmId.of(KEY)))
                        .size());
        assertEquals(List.of(), signalled);
    }

    @Test
    void onlyARegisteredOfficerTakesAnAlarmOutOfService() {
        AlarmOrder order = AlarmOrder.plain(AlarmEventKind.TAKEN_OUT_OF_SERVICE, "somebody", "更换");
        AlarmRefusal why = desk.act(AlarmId.of(KEY), order, NOW)
                .match(
                        done -> {
                            throw new AssertionError("done");
                        },
                        refused -> refused.reason().why(),
                        () -> {
                            throw new AssertionError("unknown");
                        });
        assertEquals(AlarmRefusal.NOT_AN_OFFICER, why);
        assertEquals(AlarmState.OPEN_ACTIVE, row().state());
    }

    @Test
    void anAcknowledgementStopsTheTimersInItsOwnTransactionAndAnythingElseDoesNot() {
        EscalationTimer timer = new EscalationTimer(AlarmId.of(KEY), NOW, 0, 1, NOW.plusSeconds(3_600));
        store.write(handle -> {
            TimerRecords.run(handle, timer);
            return true;
        });
        act(new AlarmOrder(AlarmEventKind.ASSIGNED, "Li Na", "去现场", Optional.empty(), Optional.of("Wang")));
        assertEquals(Optional.of(timer), store.read(handle -> TimerRecords.running(handle, AlarmId.of(KEY), 0)));
        act(AlarmOrder.plain(AlarmEventKind.ACKNOWLEDGED, "Li Na", "已核实"));
        assertEquals(
                List.of(Optional.of(NotifyDecision.Silence.ACKNOWLEDGED)),
                store.read(handle -> TimerRecords.of(handle, AlarmId.of(KEY))).stream()
                        .map(TimerRecords.Row::stopped)
                        .toList());
        assertEquals(
                List.of(),
                store.read(handle -> TimerRecords.due(handle, NOW.plusSeconds(36_000), Optional.empty(), 10)));
    }

    @Test
    void aShelfIsFoundWhenItsTimeIsOverAndNotBefore() {
        Instant until = NOW.plusSeconds(3_600);
        act(new AlarmOrder(AlarmEventKind.SHELVED, "Li Na", "已派员", Optional.of(until), Optional.empty()));
        assertEquals(List.of(), store.read(handle -> AlarmRecords.expired(handle, until.minusMillis(1), 10)));
        assertEquals(List.of(row()), store.read(handle -> AlarmRecords.expired(handle, until, 10)));
    }

    private void act(AlarmOrder order) {
        desk.act(AlarmId.of(KEY), order, NOW)
                .match(
                        done -> true,
                        refused -> {
                            throw new AssertionError(refused.toString());
                        },
                        () -> {
                            throw new AssertionError("unknown");
                        });
    }

    private Alarm row() {
        return store.read(handle -> AlarmRecords.find(handle, AlarmId.of(KEY))).orElseThrow();
    }
}
