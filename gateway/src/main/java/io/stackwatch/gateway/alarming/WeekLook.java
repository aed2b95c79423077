package io.stackwatch.gateway.alarming;

import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.alarm.AlarmKey;
import io.stackwatch.core.alarm.AlarmType;
import io.stackwatch.core.alarm.WeekCase;
import io.stackwatch.core.alarm.WeekExceedances;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.registry.Outlet;
import io.stackwatch.gateway.records.VerdictRecords;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The running week, the one before, and those of alarms that have not ended, for EX_WEEK3. */
final class WeekLook implements StateLook {

    private final WeekExceedances rule;

    WeekLook(RuleParameters parameters) {
        this.rule = new WeekExceedances(parameters);
    }

    @Override
    public List<Seen> of(Handle handle, Outlet outlet, List<Alarm> active, Instant now) {
        LocalDate monday =
                now.atZone(LegalTime.ZONE).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        Set<Instant> weeks = new HashSet<>(Set.of(start(monday), start(monday.minusWeeks(1))));
        StateLook.of(active, AlarmType.WEEK_EXCEEDANCES)
                .forEach(alarm -> weeks.add(alarm.key().firstHour()));
        List<Seen> seen = new ArrayList<>();
        for (Instant week : weeks.stream().sorted().toList()) {
            Instant end = start(week.atZone(LegalTime.ZONE).toLocalDate().plusWeeks(1));
            Set<Instant> exceeding = Set.copyOf(VerdictRecords.exceeding(handle, outlet.id(), week, end));
            Instant last = exceeding.stream().max(Instant::compareTo).orElse(week);
            seen.add(new Seen(
                    new AlarmKey(outlet.id(), FactorCode.ALL, AlarmType.WEEK_EXCEEDANCES, week),
                    rule.see(new WeekCase(week, end, exceeding, now)),
                    last.truncatedTo(ChronoUnit.HOURS),
                    false,
                    true));
        }
        return seen;
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(LegalTime.ZONE).toInstant();
    }
}
