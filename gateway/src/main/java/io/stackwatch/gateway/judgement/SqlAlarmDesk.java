package io.stackwatch.gateway.judgement;

import io.stackwatch.core.alarm.Acknowledging;
import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.alarm.AlarmChange;
import io.stackwatch.core.alarm.AlarmId;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.notice.NotifyDecision;
import io.stackwatch.gateway.records.AcknowledgeOutcome;
import io.stackwatch.gateway.records.ActTable;
import io.stackwatch.gateway.records.AlarmDesk;
import io.stackwatch.gateway.records.AlarmEventRecords;
import io.stackwatch.gateway.records.AlarmRecords;
import io.stackwatch.gateway.records.EventSignal;
import io.stackwatch.gateway.records.NumberedEvent;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.trail.ToldActs;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** An officer's acts on alarms, each in a transaction of its own, with its row in the trail. */
public final class SqlAlarmDesk implements AlarmDesk {

    /** Longer than anybody writes on an alarm. */
    private static final int LONGEST = 2_000;

    private final RecordStore store;
    private final RuleParameters parameters;
    private final EventSignal signal;

    public SqlAlarmDesk(RecordStore store, RuleParameters parameters, EventSignal signal) {
        this.store = store;
        this.parameters = parameters;
        this.signal = signal;
    }

    @Override
    public AcknowledgeOutcome acknowledge(AlarmId alarm, String who, String note, Instant at) {
        if (who.length() > LONGEST || note.length() > LONGEST) {
            throw new IllegalArgumentException("a name and a note have at most " + LONGEST + " characters");
        }
        AcknowledgeOutcome outcome = store.write(handle -> AlarmRecords.find(handle, alarm)
                .map(found -> acknowledge(handle, found, who, note, at))
                .orElseGet(AcknowledgeOutcome.Unknown::new));
        outcome.match(
                done -> {
                    signal.committed(done.event().number());
                    return true;
                },
                refused -> false,
                () -> false);
        return outcome;
    }

    private AcknowledgeOutcome acknowledge(Handle handle, Alarm alarm, String who, String note, Instant at) {
        return Acknowledging.decide(alarm, who, note, at)
                .match(
                        done -> new AcknowledgeOutcome.Done(keep(handle, done.change(), at)),
                        refused -> new AcknowledgeOutcome.Refused(refused.reason()));
    }

    private NumberedEvent keep(Handle handle, AlarmChange change, Instant at) {
        NumberedEvent event = new NumberedEvent(
                AlarmEventRecords.last(handle) + 1,
                change.alarm().id(),
                change.events().get(0),
                Optional.of(NotifyDecision.on(change, parameters.duration("notice.backlog-older-than", at), at)));
        AlarmRecords.save(handle, List.of(change.alarm()));
        AlarmEventRecords.insert(handle, List.of(event));
        ToldActs.tell(handle, ActTable.ALARM, event.number());
        return event;
    }
}
