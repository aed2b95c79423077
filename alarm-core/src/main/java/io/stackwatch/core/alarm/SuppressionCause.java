package io.stackwatch.core.alarm;

import java.util.function.Function;

/** What has a name and explains an alarm, so that it need not ask for attention: another alarm, or a mark that was filed. */
public sealed interface SuppressionCause {

    /** Calls the function of the variant. */
    <T> T match(Function<ByAlarm, T> alarm, Function<ByMark, T> mark);

    /** As it is stored: the kind, a colon, the name. */
    default String text() {
        return match(alarm -> "ALARM:" + alarm.id(), mark -> "MARK:" + mark.mark());
    }

    /** Why it is suppressed. */
    default AlarmReason reason() {
        return match(alarm -> AlarmReason.INHIBITED, mark -> AlarmReason.MARK_FILED);
    }

    /** Another alarm is the cause of which this one is a symptom. */
    record ByAlarm(AlarmId id) implements SuppressionCause {
        @Override
        public <T> T match(Function<ByAlarm, T> alarm, Function<ByMark, T> mark) {
            return alarm.apply(this);
        }
    }

    /**
     * A filed mark says why.
     *
     * @param mark its id and version
     */
    record ByMark(String mark) implements SuppressionCause {
        @Override
        public <T> T match(Function<ByAlarm, T> alarm, Function<ByMark, T> mark) {
            return mark.apply(this);
        }
    }
}
