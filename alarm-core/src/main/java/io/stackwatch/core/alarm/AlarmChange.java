package io.stackwatch.core.alarm;

import java.util.List;

/**
 * What a decision did to one alarm.
 *
 * @param alarm the alarm afterwards
 * @param events what happened, in order; to be appended to its history
 */
public record AlarmChange(Alarm alarm, List<AlarmEvent> events) {

    public AlarmChange {
        events = List.copyOf(events);
    }
}
