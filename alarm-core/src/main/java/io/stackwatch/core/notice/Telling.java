package io.stackwatch.core.notice;

import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.alarm.AlarmLevel;
import io.stackwatch.core.notice.NotifyDecision.Silence;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Whether one person is told of an alarm now; also "no" has its reason, and is kept. */
public sealed interface Telling {

    /** Calls the function of the variant. */
    <T> T match(Function<Tell, T> tell, Function<Not, T> not);

    /**
     * What is known when somebody may be told.
     *
     * @param alarm the alarm as it stands
     * @param stop why its timers stop, if they do
     * @param recipient who, with addresses; empty if nobody is on duty or no address is known
     * @param onDuty whether anybody is on duty in the role
     * @param quietUntil when the quiet of the role ends, if it is quiet
     * @param groupLevel the gravest level at which this person was told of the alarm's group, if they were
     * @param fresh whether it is the first telling of the step; a reminder is not kept back by its group
     */
    record Facts(
            Alarm alarm,
            Optional<Silence> stop,
            Optional<Recipient> recipient,
            boolean onDuty,
            Optional<Instant> quietUntil,
            Optional<AlarmLevel> groupLevel,
            boolean fresh) {}

    /** Decides. */
    static Telling decide(Facts facts) {
        Optional<Silence> aside = NotifyDecision.aside(facts.alarm());
        if (facts.stop().isPresent()) {
            return new Not(facts.stop().get(), Optional.empty());
        }
        if (aside.isPresent()) {
            return new Not(aside.get(), Optional.empty());
        }
        if (!facts.onDuty()) {
            return new Not(Silence.NOBODY_ON_DUTY, Optional.empty());
        }
        if (facts.recipient().isEmpty()) {
            return new Not(Silence.NO_ADDRESS, Optional.empty());
        }
        if (facts.quietUntil().isPresent()) {
            return new Not(Silence.QUIET, facts.quietUntil());
        }
        boolean known = facts.fresh()
                && facts.groupLevel()
                        .filter(told -> told.compareTo(facts.alarm().level()) >= 0)
                        .isPresent();
        return known
                ? new Not(Silence.TOLD_WITH_GROUP, Optional.empty())
                : new Tell(facts.recipient().get());
    }

    /** They are told. */
    record Tell(Recipient recipient) implements Telling {
        @Override
        public <T> T match(Function<Tell, T> tell, Function<Not, T> not) {
            return tell.apply(this);
        }
    }

    /**
     * They are not.
     *
     * @param again when it is asked again, if it is known
     */
    record Not(Silence why, Optional<Instant> again) implements Telling {
        @Override
        public <T> T match(Function<Tell, T> tell, Function<Not, T> not) {
            return not.apply(this);
        }
    }
}
