package io.stackwatch.core.alarm;

import io.stackwatch.core.evidence.EvidenceRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One thing that happened to an alarm, with the alarm's span and level as they were afterwards. The events of an alarm, in
 * order, are its history; {@link Alarm#fold} makes the alarm of them.
 *
 * @param key which alarm
 * @param kind what happened
 * @param at when we knew it
 * @param firstHour start of the episode's first hour, afterwards
 * @param lastHour start of the episode's last hour, afterwards
 * @param level level afterwards
 * @param reason why
 * @param hour the hour that caused it, if one did
 * @param by who acted, if a person did
 * @param note what the person wrote, or a remark of the rule; may be empty text
 * @param evidence the journal records that it rests on
 */
public record AlarmEvent(
        AlarmKey key,
        AlarmEventKind kind,
        Instant at,
        Instant firstHour,
        Instant lastHour,
        AlarmLevel level,
        AlarmReason reason,
        Optional<Instant> hour,
        Optional<String> by,
        String note,
        List<EvidenceRef> evidence) {

    public AlarmEvent {
        if (lastHour.isBefore(firstHour)) {
            throw new IllegalArgumentException("episode ends at " + lastHour + ", before its first hour " + firstHour);
        }
        evidence = List.copyOf(evidence);
    }
}
