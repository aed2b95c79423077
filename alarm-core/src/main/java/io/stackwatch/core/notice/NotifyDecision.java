package io.stackwatch.core.notice;

import io.stackwatch.core.alarm.AlarmChange;
import io.stackwatch.core.alarm.AlarmEvent;
import io.stackwatch.core.alarm.AlarmEventKind;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
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
        boolean began = kinds.contains(AlarmEventKind.RAISED) || kinds.contains(AlarmEventKind.REOPENED);
        boolean rose = kinds.contains(AlarmEventKind.LEVEL_ROSE);
        boolean ended = kinds.contains(AlarmEventKind.CLEARED);
        if (!began && !rose && !ended) {
            return new No(Silence.NOTHING_NEW);
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
        BEGAN_AND_ENDED
    }

    /** Why there is no message. */
    enum Silence {
        /** People know all that happened. */
        NOTHING_NEW,
        /** The hours are too old to wake anybody. */
        BACKLOG,
        /** The alarm goes on under an earlier one. */
        JOINED_TO_EARLIER
    }
}
