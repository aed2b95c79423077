package io.stackwatch.core.notice;

import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.alarm.AlarmType;
import io.stackwatch.core.alarm.Attention;
import io.stackwatch.core.registry.Verification;
import java.time.Duration;

/**
 * That one kind of alarm explains another about the same outlet: a row of {@code inhibitions.csv}.
 *
 * @param cause the kind that explains
 * @param symptom the kind that is explained
 * @param sameFactor whether both must be about the same factor
 * @param source where it is from
 * @param mark how far it has been checked
 */
public record InhibitionRule(AlarmType cause, AlarmType symptom, boolean sameFactor, String source, Verification mark) {

    private static final Duration HOUR = Duration.ofHours(1);

    public InhibitionRule {
        if (cause.equals(symptom)) {
            throw new IllegalArgumentException(cause + " does not explain itself");
        }
    }

    /**
     * Whether an alarm explains another. Its cause holds, it is in service itself, and it began no later than an hour behind
     * the other: hours are found missing when they are over, a dead link a little later or earlier.
     */
    public boolean explains(Alarm one, Alarm other) {
        return one.key().type().equals(cause)
                && other.key().type().equals(symptom)
                && one.active()
                && one.state().attention() != Attention.OUT_OF_SERVICE
                && one.key().subject().equals(other.key().subject())
                && (!sameFactor || one.key().factor().equals(other.key().factor()))
                && !one.firstHour().isAfter(other.lastHour().plus(HOUR));
    }
}
