package io.stackwatch.core.alarm;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An alarm as it stands after its events so far. Never deleted; a cleared alarm keeps its reason.
 *
 * @param key what makes it one
 * @param state acknowledged or not, active or cleared
 * @param level the gravest it has been
 * @param firstHour start of the episode's first hour
 * @param lastHour start of the episode's last hour
 * @param raisedAt when it was raised
 * @param words what a rule said last, with its numbers; empty text if none said anything
 * @param acknowledgement who has seen it, if anybody; withdrawn when it is reopened
 * @param clearing how it ended, if it has
 * @param assignment whose business it is, if anybody's
 * @param abeyance why it does not ask for attention, if it does not
 */
public record Alarm(
        AlarmKey key,
        AlarmState state,
        AlarmLevel level,
        Instant firstHour,
        Instant lastHour,
        Instant raisedAt,
        String words,
        Optional<Acknowledgement> acknowledgement,
        Optional<Clearing> clearing,
        Optional<Assignment> assignment,
        Optional<Abeyance> abeyance) {

    public Alarm {
        if (state.acknowledged() != acknowledgement.isPresent()
                || state.cleared() != clearing.isPresent()
                || (state.attention() != Attention.ASKED) != abeyance.isPresent()) {
            throw new IllegalArgumentException(
                    state + " does not fit " + acknowledgement + ", " + clearing + " and " + abeyance + " of " + key);
        }
    }

    /** Its identity. */
    public AlarmId id() {
        return AlarmId.of(key);
    }

    /** Whether its cause still holds. */
    public boolean active() {
        return !state.cleared();
    }

    /** Whether its episode goes on under an earlier alarm. */
    public boolean joined() {
        return clearing.filter(c -> c.reason() == AlarmReason.JOINED_TO_EARLIER).isPresent();
    }

    /** Whether an hour lies in the episode, ends included. */
    public boolean spans(Instant hour) {
        return !hour.isBefore(firstHour) && !hour.isAfter(lastHour);
    }

    /** The alarm that an event of kind RAISED begins. */
    public static Alarm begin(AlarmEvent event) {
        AlarmState state = AlarmProcess.after(Optional.empty(), event.kind())
                .orElseThrow(
                        () -> new IllegalStateException(event.kind() + " does not begin an alarm: " + event.key()));
        return new Alarm(
                event.key(),
                state,
                event.level(),
                event.firstHour(),
                event.lastHour(),
                event.at(),
                event.note(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The alarm after one more event; a step that is not in {@link AlarmProcess} is a broken promise. */
    public Alarm after(AlarmEvent event) {
        AlarmState next = AlarmProcess.step(Optional.of(state), event.kind()).match(AlarmStep.Taken::to, refused -> {
            throw new IllegalStateException(event.kind() + " in state " + state + " of " + key + ": " + refused.why());
        });
        Optional<Acknowledgement> seen = event.kind() == AlarmEventKind.ACKNOWLEDGED
                ? Optional.of(new Acknowledgement(event.by().orElse(""), event.at(), event.note()))
                : acknowledgement.filter(a -> next.acknowledged());
        Optional<Clearing> ended = event.kind() == AlarmEventKind.CLEARED
                ? Optional.of(new Clearing(event.at(), event.reason()))
                : clearing.filter(c -> next.cleared());
        return new Alarm(
                key,
                next,
                event.level(),
                event.firstHour(),
                event.lastHour(),
                raisedAt,
                wordsAfter(event),
                seen,
                ended,
                event.kind() == AlarmEventKind.ASSIGNED ? Optional.of(assigned(event)) : assignment,
                abeyanceAfter(event, next));
    }

    private static Assignment assigned(AlarmEvent event) {
        return new Assignment(event.about().orElse(""), event.by().orElse(""), event.at(), event.note());
    }

    private Optional<Abeyance> abeyanceAfter(AlarmEvent event, AlarmState next) {
        if (next.attention() == Attention.ASKED) {
            return Optional.empty();
        }
        return next.attention() == state.attention()
                ? abeyance
                : Optional.of(
                        new Abeyance(event.by().orElse(""), event.at(), event.note(), event.until(), event.about()));
    }

    private String wordsAfter(AlarmEvent event) {
        if (event.reason() == AlarmReason.JOINED_TO_EARLIER) {
            return "";
        }
        boolean ofRule = event.by().isEmpty() && AlarmProcess.OF_RULES.contains(event.kind());
        return ofRule && !event.note().isEmpty() ? event.note() : words;
    }

    /** The alarm that a history makes; the history begins with RAISED. */
    public static Alarm fold(List<AlarmEvent> history) {
        Alarm alarm = begin(history.get(0));
        for (AlarmEvent event : history.subList(1, history.size())) {
            alarm = alarm.after(event);
        }
        return alarm;
    }
}
