package io.stackwatch.gateway.counting;

import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.MinuteTally;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.gateway.records.OutletDay;
import io.stackwatch.gateway.records.ReportRecords;
import io.stackwatch.gateway.records.ReportVersion;
import io.stackwatch.gateway.records.TallyRecords;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * What the rows say about days of outlets, loaded with few statements.
 *
 * @param reports every version of every report, by hour
 * @param tallies what is known of minutes
 * @param held circumstances of the days
 */
record DayFacts(
        Map<FactorHour, List<ReportVersion>> reports,
        Map<FactorHour, MinuteTally> tallies,
        Map<OutletDay, List<Circumstances.Held>> held) {

    static DayFacts load(Handle handle, Collection<OutletDay> days, Circumstances circumstances) {
        Map<OutletDay, List<Circumstances.Held>> held = new HashMap<>();
        days.stream().collect(Collectors.groupingBy(OutletDay::outlet)).forEach((outlet, some) -> {
            // asked once for all days of an outlet; the rule passes over what does not touch an hour
            List<Circumstances.Held> all = circumstances.of(handle, outlet, around(some));
            some.forEach(day -> held.put(day, all));
        });
        return new DayFacts(ReportRecords.ofDays(handle, days), TallyRecords.ofDays(handle, days), held);
    }

    private static Window around(Collection<OutletDay> days) {
        List<Window> windows = days.stream().map(OutletDay::window).sorted().toList();
        return new Window(
                windows.get(0).start(), windows.get(windows.size() - 1).end());
    }
}
