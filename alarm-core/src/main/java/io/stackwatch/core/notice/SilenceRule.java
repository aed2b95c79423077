package io.stackwatch.core.notice;

import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.alarm.AlarmType;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.Verification;
import java.time.Instant;

/**
 * That a filed mark of one kind explains alarms of another: a row of {@code silences.csv}. A silence begins and ends with
 * the time that the mark speaks of; there is no other.
 *
 * @param markKind code of the kind of mark
 * @param type the kind of alarm
 * @param source where it is from
 * @param mark how far it has been checked
 */
public record SilenceRule(String markKind, AlarmType type, String source, Verification mark) {

    /** Whether a mark explains an alarm at an instant: it speaks of the alarm's last hour or of now, and its time is not over. */
    public boolean explains(FiledMark filed, Alarm alarm, Instant now) {
        FactorCode factor = alarm.key().factor();
        boolean touches =
                filed.span().contains(alarm.lastHour()) || filed.span().contains(now);
        return filed.kind().equals(markKind)
                && alarm.key().type().equals(type)
                && alarm.key().outlet().filter(filed.outlet()::equals).isPresent()
                && (filed.factors().isEmpty()
                        || factor.equals(FactorCode.ALL)
                        || filed.factors().contains(factor))
                && touches
                && now.isBefore(filed.span().end());
    }
}
