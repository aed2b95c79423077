package io.stackwatch.gateway.counting;

import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.MinuteTally;
import io.stackwatch.gateway.records.OutletDay;
import io.stackwatch.gateway.records.ReportRecords;
import io.stackwatch.gateway.records.ReportVersion;
import io.stackwatch.gateway.records.TallyRecords;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        Map<FactorHour, List<ReportVersion>> reports = new HashMap<>();
        ReportRecords.ofDays(handle, days)
                .forEach(version -> reports.computeIfAbsent(version.report().hour(), hour -> new ArrayList<>(1))
                        .add(version));
        Map<OutletDay, List<Circumstances.Held>> held = new HashMap<>();
        days.forEach(day -> held.put(day, circumstances.of(handle, day.outlet(), day.window())));
        return new DayFacts(reports, TallyRecords.ofDays(handle, days), held);
    }
}
