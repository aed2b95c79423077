package io.stackwatch.gateway.records;

import io.stackwatch.core.alarm.AlarmId;
import io.stackwatch.core.alarm.AlarmOrder;
import java.time.Instant;

/** What an officer can do to alarms. Safe for use by several threads; blocks on the store. */
@FunctionalInterface
public interface AlarmDesk {

    /** Does to an alarm what a named person wants, if it may be done in the state that the alarm is in. */
    AlarmActOutcome act(AlarmId alarm, AlarmOrder order, Instant at);
}
