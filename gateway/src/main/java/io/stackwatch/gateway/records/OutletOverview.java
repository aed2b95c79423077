package io.stackwatch.gateway.records;

import io.stackwatch.core.alarm.AlarmLevel;
import io.stackwatch.core.registry.Enterprise;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.Outlet;
import io.stackwatch.core.registry.Region;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An outlet and how it stands.
 *
 * @param outlet as registered at the asked instant
 * @param enterprise who runs it, if registered then
 * @param region where, if registered then
 * @param station which logger reports for it then, if any
 * @param lastHeard the later of the newest instant that a realtime figure speaks of and when its station's newest frame came
 * @param latest latest realtime figures, by factor
 * @param activeAlarms how many alarms are active
 * @param worst the gravest level among them
 */
public record OutletOverview(
        Outlet outlet,
        Optional<Enterprise> enterprise,
        Optional<Region> region,
        Optional<Mn> station,
        Optional<Instant> lastHeard,
        List<LatestReading> latest,
        int activeAlarms,
        Optional<AlarmLevel> worst) {

    public OutletOverview {
        latest = List.copyOf(latest);
    }
}
