package io.stackwatch.core.notice;

import io.stackwatch.core.alarm.AlarmLevel;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.registry.Effective;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * That a role is left in peace at certain times of the day while an alarm is not grave.
 *
 * @param role who
 * @param from time of day in legal time at which the quiet begins
 * @param until time of day at which it ends; on the next day if it is not behind {@code from}
 * @param below an alarm of this level or a graver one is told nevertheless
 * @param effective when the rule holds
 */
public record QuietRule(DutyRole role, LocalTime from, LocalTime until, AlarmLevel below, Effective effective) {

    public QuietRule {
        if (from.equals(until)) {
            throw new IllegalArgumentException("quiet from " + from + " until " + until + " has no length");
        }
    }

    /** The end of the quiet that an instant lies in; empty if it lies in none, or the alarm is too grave for it. */
    public Optional<Instant> quietUntil(DutyRole who, AlarmLevel level, Instant now) {
        if (who != role || level.compareTo(below) >= 0 || !effective.contains(now)) {
            return Optional.empty();
        }
        ZonedDateTime local = now.atZone(LegalTime.ZONE);
        for (LocalDate day : new LocalDate[] {local.toLocalDate().minusDays(1), local.toLocalDate()}) {
            ZonedDateTime begin = day.atTime(from).atZone(LegalTime.ZONE);
            ZonedDateTime end =
                    (until.isAfter(from) ? day : day.plusDays(1)).atTime(until).atZone(LegalTime.ZONE);
            if (!local.isBefore(begin) && local.isBefore(end)) {
                return Optional.of(end.toInstant());
            }
        }
        return Optional.empty();
    }
}
