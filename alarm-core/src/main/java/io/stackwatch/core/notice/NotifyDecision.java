package io.stackwatch.core.notice;

import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.alarm.AlarmChange;
import io.stackwatch.core.alarm.AlarmEvent;
import io.stackwatch.core.alarm.AlarmEventKind;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Whether what happened to an alarm is worth a message to a person; the answer "no" is kept as well. */
public sealed interface NotifyDecision {

    /** Calls the function of the variant. */
    <T> T match(Function<Yes, T> yes, Function<No, T> no);

    /**
     * Decides on one change of one alarm.
     *
     * @param backlog an episode whose last hour ended longer ago than this is shown, but not sent
     * @param now the moment
     */
    static NotifyDecision on(AlarmChange change, Duration backlog, Instant now) {
        Set<AlarmEventKind> kinds = EnumSet.noneOf(AlarmEventKind.class);
        change.events().stream().map(AlarmEvent::kind).forEach(kinds::add);
        if (change.alarm().joined()) {
            return new No(Silence.JOINED_TO_EARLIER);
        }
        if (kinds.contains(AlarmEventKind.ASSIGNED)) {
            return new Yes(Occasion.ASSIGNED);
        }
        boolean putAside = kinds.contains(AlarmEventKind.SHELVED)
                || kinds.contains(AlarmEventKind.SUPPRESSED)
                || kinds.contains(AlarmEventKind.TAKEN_OUT_OF_SERVICE);
        if (putAside) {
            return new No(aside(change.alarm()).orElse(Silence.NOTHING_NEW));
        }
        boolean asksAgain = kinds.contains(AlarmEventKind.UNSHELVED)
                || kinds.contains(AlarmEventKind.UNSUPPRESSED)
                || kinds.contains(AlarmEventKind.RETURNED_TO_SERVICE);
        if (asksAgain) {
            boolean nobodyActs =
                    change.alarm().active() && !change.alarm().state().acknowledged();
            return nobodyActs ? new Yes(Occasion.ASKS_AGAIN) : new No(Silence.NOTHING_NEW);
        }
        boolean began = kinds.contains(AlarmEventKind.RAISED) || kinds.contains(AlarmEventKind.REOPENED);
        boolean rose = kinds.contains(AlarmEventKind.LEVEL_ROSE);
        boolean ended = kinds.contains(AlarmEventKind.CLEARED);
        if (!began && !rose && !ended) {
            return new No(Silence.NOTHING_NEW);
        }
        Optional<Silence> aside = aside(change.alarm());
        if (aside.isPresent()) {
            return new No(aside.get());
        }
        Instant lastEnd = change.alarm().lastHour().plus(Duration.ofHours(1));
        if (lastEnd.plus(backlog).isBefore(now) && !ended) {
            return new No(Silence.BACKLOG);
        }
        if (began && ended) {
            return lastEnd.plus(backlog).isBefore(now) ? new No(Silence.BACKLOG) : new Yes(Occasion.BEGAN_AND_ENDED);
        }
        if (ended) {
            return new Yes(Occasion.ENDED);
        }
        if (began) {
            return new Yes(kinds.contains(AlarmEventKind.RAISED) ? Occasion.NEW_ALARM : Occasion.REOPENED);
        }
        return new Yes(Occasion.LEVEL_ROSE);
    }

    /** Why nobody is told of an alarm that does not ask for attention; empty if it does. */
    static Optional<Silence> aside(Alarm alarm) {
        return switch (alarm.state().attention()) {
            case ASKED -> Optional.empty();
            case SHELVED -> Optional.of(Silence.SHELVED);
            case SUPPRESSED -> Optional.of(Silence.SUPPRESSED);
            case OUT_OF_SERVICE -> Optional.of(Silence.OUT_OF_SERVICE);
        };
    }

    /** A message is due. */
    record Yes(Occasion occasion) implements NotifyDecision {
        @Override
        public <T> T match(Function<Yes, T> yes, Function<No, T> no) {
            return yes.apply(this);
        }
    }

    /** None is. */
    record No(Silence reason) implements NotifyDecision {
        @Override
        public <T> T match(Function<Yes, T> yes, Function<No, T> no) {
            return no.apply(this);
        }
    }

    /** What a message is about. */
    enum Occasion {
        NEW_ALARM,
        REOPENED,
        LEVEL_ROSE,
        ENDED,
        /** It was over when we knew it. */
        BEGAN_AND_ENDED,
        /** It was put aside, and asks for attention again. */
        ASKS_AGAIN,
        /** It was made somebody's business. */
        ASSIGNED,
        /** Nobody has acknowledged it for so long that the next step is taken. */
        ESCALATED,
        /** Nobody has acknowledged it since it was told. */
        REMINDER
    }

    /** Why there is no message. */
    enum Silence {
        /** People know all that happened. */
        NOTHING_NEW,
        /** The hours are too old to wake anybody. */
        BACKLOG,
        /** The alarm goes on under an earlier one. */
        JOINED_TO_EARLIER,
        /** A person has put it aside for a time. */
        SHELVED,
        /** Another alarm or a filed mark explains it. */
        SUPPRESSED,
        /** A named officer has taken it out of service. */
        OUT_OF_SERVICE,
        /** Somebody acts already. */
        ACKNOWLEDGED,
        /** It has ended, and nobody need answer for it. */
        OVER,
        /** Nobody is on duty in the role. */
        NOBODY_ON_DUTY,
        /** No address of the person is known. */
        NO_ADDRESS,
        /** The role is left in peace at this time; it is told at its end. */
        QUIET,
        /** The person was told of its group in the same hour, at no lower level. */
        TOLD_WITH_GROUP
    }
}
