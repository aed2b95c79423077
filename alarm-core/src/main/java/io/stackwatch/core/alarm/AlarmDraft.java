package io.stackwatch.core.alarm;

import io.stackwatch.core.evidence.EvidenceRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what one hour does to one alarm; lives for one decision. */
final class AlarmDraft {

    private final Instant hour;
    private final Instant at;
    private final List<EvidenceRef> evidence;
    private final String remark;
    private final List<AlarmEvent> events = new ArrayList<>();
    private Alarm alarm;

    private AlarmDraft(Alarm alarm, Instant hour, Instant at, List<EvidenceRef> evidence, String remark) {
        this.alarm = alarm;
        this.hour = hour;
        this.at = at;
        this.evidence = evidence;
        this.remark = remark;
    }

    static AlarmDraft of(Alarm alarm, Instant hour, Instant at, List<EvidenceRef> evidence) {
        return of(alarm, hour, at, evidence, "");
    }

    /** With a remark of the rule that stands at every event. */
    static AlarmDraft of(Alarm alarm, Instant hour, Instant at, List<EvidenceRef> evidence, String remark) {
        return new AlarmDraft(alarm, hour, at, evidence, remark);
    }

    static AlarmDraft raise(
            AlarmKey key, AlarmLevel level, AlarmReason reason, Instant at, List<EvidenceRef> evidence) {
        return raise(key, level, reason, at, evidence, "");
    }

    /** With a remark of the rule that stands at every event. */
    static AlarmDraft raise(
            AlarmKey key, AlarmLevel level, AlarmReason reason, Instant at, List<EvidenceRef> evidence, String remark) {
        AlarmEvent raised = new AlarmEvent(
                key,
                AlarmEventKind.RAISED,
                at,
                key.firstHour(),
                key.firstHour(),
                level,
                reason,
                Optional.of(key.firstHour()),
                Optional.empty(),
                remark,
                evidence);
        AlarmDraft draft = new AlarmDraft(Alarm.begin(raised), key.firstHour(), at, evidence, remark);
        draft.events.add(raised);
        return draft;
    }

    Alarm alarm() {
        return alarm;
    }

    boolean changed() {
        return !events.isEmpty();
    }

    AlarmDraft happened(AlarmEventKind kind, AlarmReason reason) {
        return happened(kind, reason, alarm.firstHour(), alarm.lastHour(), alarm.level(), remark);
    }

    private AlarmDraft remarked(AlarmEventKind kind, AlarmReason reason, String note) {
        return happened(kind, reason, alarm.firstHour(), alarm.lastHour(), alarm.level(), note);
    }

    AlarmDraft spans(AlarmEventKind kind, AlarmReason reason, Instant first, Instant last) {
        return happened(kind, reason, first, last, alarm.level(), remark);
    }

    AlarmDraft atLeast(AlarmLevel level, AlarmReason reason) {
        return alarm.level().compareTo(level) >= 0
                ? this
                : happened(AlarmEventKind.LEVEL_ROSE, reason, alarm.firstHour(), alarm.lastHour(), level, remark);
    }

    /** The episode goes on under an earlier alarm: this one ends, also if it had ended before. */
    AlarmDraft joinedTo(Alarm earlier, AlarmReason reason) {
        String note = earlier.id().value();
        if (!alarm.active()) {
            remarked(AlarmEventKind.REOPENED, reason, note);
        }
        return remarked(AlarmEventKind.CLEARED, AlarmReason.JOINED_TO_EARLIER, note);
    }

    Optional<AlarmChange> change() {
        return changed() ? Optional.of(new AlarmChange(alarm, events)) : Optional.empty();
    }

    private AlarmDraft happened(
            AlarmEventKind kind, AlarmReason reason, Instant first, Instant last, AlarmLevel level, String note) {
        AlarmEvent event = new AlarmEvent(
                alarm.key(), kind, at, first, last, level, reason, Optional.of(hour), Optional.empty(), note, evidence);
        alarm = alarm.after(event);
        events.add(event);
        return this;
    }
}
