package io.stackwatch.gateway.judgement;

import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.alarm.AlarmActing;
import io.stackwatch.core.alarm.AlarmChange;
import io.stackwatch.core.alarm.AlarmEventKind;
import io.stackwatch.core.alarm.AlarmId;
import io.stackwatch.core.alarm.AlarmOrder;
import io.stackwatch.core.alarm.AlarmRefusal;
import io.stackwatch.core.deadline.Role;
import io.stackwatch.core.enforcement.PersonId;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.notice.NotifyDecision;
import io.stackwatch.gateway.records.ActTable;
import io.stackwatch.gateway.records.AlarmActOutcome;
import io.stackwatch.gateway.records.AlarmDesk;
import io.stackwatch.gateway.records.AlarmEventRecords;
import io.stackwatch.gateway.records.AlarmRecords;
import io.stackwatch.gateway.records.EventSignal;
import io.stackwatch.gateway.records.NumberedEvent;
import io.stackwatch.gateway.records.PersonRecords;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.TimerRecords;
import io.stackwatch.gateway.trail.ToldActs;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** An officer's acts on alarms, each in a transaction of its own, with its row in the trail. */
public final class SqlAlarmDesk implements AlarmDesk {

    /** Longer than anybody writes on an alarm. */
    private static final int LONGEST = 2_000;

    /** Who may take an alarm out of service. */
    private static final Set<Role> OFFICERS = Set.of(Role.OFFICER, Role.HEAD, Role.COUNTY);

    private final RecordStore store;
    private final RuleParameters parameters;
    private final EventSignal signal;

    public SqlAlarmDesk(RecordStore store, RuleParameters parameters, EventSignal signal) {
        this.store = store;
        this.parameters = parameters;
        this.signal = signal;
    }

    @Override
    public AlarmActOutcome act(AlarmId alarm, AlarmOrder order, Instant at) {
        if (order.by().length() > LONGEST || order.why().length() > LONGEST) {
            throw new IllegalArgumentException("a name and a note have at most " + LONGEST + " characters");
        }
        AlarmActOutcome outcome = store.write(handle -> AlarmRecords.find(handle, alarm)
                .map(found -> act(handle, found, order, at))
                .orElseGet(AlarmActOutcome.Unknown::new));
        outcome.match(
                done -> {
                    signal.committed(done.event().number());
                    return true;
                },
                refused -> false,
                () -> false);
        return outcome;
    }

    private AlarmActOutcome act(Handle handle, Alarm alarm, AlarmOrder order, Instant at) {
        if (AlarmEventKind.TAKEN_OUT_OF_SERVICE == order.event() && !officer(handle, order.by(), at)) {
            return new AlarmActOutcome.Refused(
                    new AlarmActing.Refused(alarm.state(), order.event(), AlarmRefusal.NOT_AN_OFFICER));
        }
        return AlarmActing.decide(alarm, order, parameters.duration("alarm.shelf-at-most", at), at)
                .match(done -> new AlarmActOutcome.Done(keep(handle, done.change(), at)), AlarmActOutcome.Refused::new);
    }

    private static boolean officer(Handle handle, String who, Instant at) {
        if (who.isBlank()) {
            return false;
        }
        PersonId person = new PersonId(who);
        return OFFICERS.stream()
                .anyMatch(role -> PersonRecords.at(handle, person, role, at).isPresent());
    }

    private NumberedEvent keep(Handle handle, AlarmChange change, Instant at) {
        NumberedEvent event = new NumberedEvent(
                AlarmEventRecords.last(handle) + 1,
                change.alarm().id(),
                change.events().get(0),
                Optional.of(NotifyDecision.on(change, parameters.duration("notice.backlog-older-than", at), at)));
        AlarmRecords.save(handle, List.of(change.alarm()));
        AlarmEventRecords.insert(handle, List.of(event));
        if (event.event().kind() == AlarmEventKind.ACKNOWLEDGED) {
            TimerRecords.stop(handle, change.alarm().id(), NotifyDecision.Silence.ACKNOWLEDGED, at);
        }
        ToldActs.tell(handle, ActTable.ALARM, event.number());
        return event;
    }
}
