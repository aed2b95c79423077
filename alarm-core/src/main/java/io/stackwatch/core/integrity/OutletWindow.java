package io.stackwatch.core.integrity;

import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.OutletId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of one outlet when a stretch of its time is examined. The lists may come in any order and reach back before the
 * stretch: what lies before is there to be compared with. Of two reports of the same hour the one that arrived later is kept.
 *
 * @param outlet which
 * @param examined the stretch that suspicions are to be about, as a rule a legal day
 * @param hours reported hours of the outlet
 * @param elsewhere reported hours of other outlets, to compare with
 * @param acts what was done at the station
 * @param clock what the logger's clock said
 */
public record OutletWindow(
        OutletId outlet,
        Window examined,
        List<WatchedHour> hours,
        List<WatchedHour> elsewhere,
        List<StationAct> acts,
        List<ClockReading> clock) {

    private static final Comparator<WatchedHour> BY_PLACE = Comparator.comparing(
                    (WatchedHour hour) -> hour.report().hour().outlet())
            .thenComparing(hour -> hour.report().hour().factor())
            .thenComparing(WatchedHour::start);

    public OutletWindow {
        hours = newest(hours);
        elsewhere = newest(elsewhere);
        acts = acts.stream()
                .sorted(Comparator.comparing(StationAct::at)
                        .thenComparing(StationAct::factor)
                        .thenComparing(StationAct::kind)
                        .thenComparing(StationAct::words))
                .toList();
        clock = clock.stream()
                .sorted(Comparator.comparing(ClockReading::arrived)
                        .thenComparing(reading -> reading.evidence().sequence())
                        .thenComparing(ClockReading::said))
                .toList();
        OutletId own = outlet;
        if (hours.stream().anyMatch(hour -> !hour.report().hour().outlet().equals(own))) {
            throw new IllegalArgumentException("hours of another outlet among those of " + outlet);
        }
        if (elsewhere.stream().anyMatch(hour -> hour.report().hour().outlet().equals(own))) {
            throw new IllegalArgumentException("hours of " + outlet + " among those of others");
        }
    }

    private static List<WatchedHour> newest(List<WatchedHour> hours) {
        Map<FactorHour, WatchedHour> newest = new HashMap<>();
        for (WatchedHour hour : hours) {
            newest.merge(hour.report().hour(), hour, OutletWindow::later);
        }
        return newest.values().stream().sorted(BY_PLACE).toList();
    }

    private static WatchedHour later(WatchedHour one, WatchedHour other) {
        Comparator<WatchedHour> byArrival = Comparator.comparing(
                        (WatchedHour hour) -> hour.report().arrivedAt())
                .thenComparing(hour -> hour.report().evidence().sequence());
        return byArrival.compare(one, other) >= 0 ? one : other;
    }
}
