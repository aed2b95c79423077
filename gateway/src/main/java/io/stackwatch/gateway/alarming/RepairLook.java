package io.stackwatch.gateway.alarming;

import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.alarm.AlarmKey;
import io.stackwatch.core.alarm.AlarmType;
import io.stackwatch.core.alarm.RepairCase;
import io.stackwatch.core.alarm.RepairOverdue;
import io.stackwatch.core.deadline.WorkingDays;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.registry.Outlet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;

/** How long data have been marked as not normal, by the alarm FLAG_LONG about them, for REPAIR_5D. */
final class RepairLook implements StateLook {

    private final RepairOverdue rule;
    private final WorkingDays calendar;

    RepairLook(RuleParameters parameters, WorkingDays calendar) {
        this.rule = new RepairOverdue(parameters);
        this.calendar = calendar;
    }

    @Override
    public List<Seen> of(Handle handle, Outlet outlet, List<Alarm> active, Instant now) {
        List<Alarm> flagged = StateLook.of(active, AlarmType.FLAGGED_LONG);
        List<Seen> seen = new ArrayList<>();
        for (Alarm alarm : flagged) {
            Instant since = alarm.firstHour();
            seen.add(new Seen(
                    new AlarmKey(outlet.id(), alarm.key().factor(), AlarmType.REPAIR_OVERDUE, since),
                    rule.see(new RepairCase(Optional.of(since), workingDays(since, now), now)),
                    now.truncatedTo(ChronoUnit.HOURS),
                    true,
                    false));
        }
        StateLook.of(active, AlarmType.REPAIR_OVERDUE).stream()
                .filter(overdue -> flagged.stream()
                        .noneMatch(
                                one -> one.key().factor().equals(overdue.key().factor())))
                .forEach(overdue -> seen.add(new Seen(
                        overdue.key(),
                        rule.see(new RepairCase(Optional.empty(), OptionalInt.empty(), now)),
                        overdue.lastHour(),
                        true,
                        false)));
        return seen;
    }

    private OptionalInt workingDays(Instant since, Instant now) {
        LocalDate today = now.atZone(LegalTime.ZONE).toLocalDate();
        int days = 0;
        LocalDate day = since.atZone(LegalTime.ZONE).toLocalDate().plusDays(1);
        for (; day.isBefore(today); day = day.plusDays(1)) {
            if (!calendar.knows(day)) {
                return OptionalInt.empty();
            }
            days += calendar.working(day) ? 1 : 0;
        }
        return OptionalInt.of(days);
    }
}
