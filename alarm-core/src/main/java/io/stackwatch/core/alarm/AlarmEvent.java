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
 * @param until when what began with it ends by itself, if that is known; only of a shelf, a suppression or an absence
 * @param about who it was assigned to, or what explains it; empty for every other event
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
        List<EvidenceRef> evidence,
        Optional<Instant> until,
        Optional<String> about) {

    /** An event that has neither an end nor anything that it is about, as every event of a rule. */
    public AlarmEvent(
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
        this(
                key,
                kind,
                at,
                firstHour,
                lastHour,
                level,
                reason,
                hour,
                by,
                note,
                evidence,
                Optional.empty(),
                Optional.empty());
    }

    /** An event that leaves span and level of an alarm as they are. */
    static AlarmEvent of(
            Alarm alarm,
            AlarmEventKind kind,
            AlarmReason reason,
            Optional<String> by,
            String note,
            Optional<Instant> until,
            Optional<String> about,
            Instant at) {
        return new AlarmEvent(
                alarm.key(),
                kind,
                at,
                alarm.firstHour(),
                alarm.lastHour(),
                alarm.level(),
                reason,
                Optional.empty(),
                by,
                note,
                List.of(),
                until,
                about);
    }

    public AlarmEvent {
        if (lastHour.isBefore(firstHour)) {
            throw new IllegalArgumentException("episode ends at " + lastHour + ", before its first hour " + firstHour);
        }
        evidence = List.copyOf(evidence);
    }
}
