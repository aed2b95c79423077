package io.stackwatch.gateway.api;

import io.stackwatch.core.measurement.DataFlag;
import io.stackwatch.core.measurement.Span;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.Verification;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An outlet as it stands now.
 *
 * @param source the OPC UA source of which its hours are made, where we are its logger
 * @param alarmLevel the highest level among its active alarms: BLUE, YELLOW, ORANGE or RED
 */
public record OutletView(
        OutletId id,
        String name,
        Named enterprise,
        Named region,
        List<Mn> stations,
        Optional<Mn> source,
        State state,
        Optional<Instant> lastHeardAt,
        Optional<String> alarmLevel,
        int activeAlarms,
        List<Latest> latest,
        List<Range> ranges) {

    public OutletView {
        stations = List.copyOf(stations);
        latest = List.copyOf(latest);
        ranges = List.copyOf(ranges);
    }

    /** Whether its loggers speak. */
    public enum State {
        /** Something came within the time in which something must. */
        REPORTING,
        /** Nothing came for too long. */
        SILENT,
        /** Nothing ever came. */
        NEVER_HEARD
    }

    /**
     * What an instrument can measure (量程), as it is registered now.
     *
     * @param low the lowest figure, if one is stated
     * @param high the upper end
     * @param document what says so
     */
    public record Range(
            Named factor,
            Optional<String> low,
            String high,
            String unit,
            String document,
            Verification mark,
            Instant from,
            Optional<Instant> until) {}

    /** What an outlet said last about one factor; converted to reference oxygen where the logger says so. */
    public record Latest(
            Named factor,
            Instant at,
            Span span,
            Optional<Quantity> measured,
            Optional<Quantity> converted,
            Optional<DataFlag> flag,
            Optional<AppliedLimit> limit) {}
}
