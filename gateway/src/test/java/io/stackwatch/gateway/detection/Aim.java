package io.stackwatch.gateway.detection;

import io.stackwatch.simulator.deceit.Deceit;
import java.util.Map;
import java.util.Set;

/** Which deceits a detector is for. */
final class Aim {

    private static final Map<String, Set<Deceit>> AIMS = Map.ofEntries(
            Map.entry("constant", Set.of(Deceit.FREEZES)),
            Map.entry("flat", Set.of(Deceit.FREEZES, Deceit.STEADIES)),
            Map.entry("hugging", Set.of(Deceit.KEEPS_BELOW)),
            Map.entry("at-range", Set.of(Deceit.RANGE_TOO_SMALL)),
            Map.entry("flat-top", Set.of(Deceit.CUTS_PEAKS)),
            Map.entry("copied", Set.of(Deceit.REPLAYS_A_DAY, Deceit.BORROWS_A_DAY)),
            Map.entry("oxygen", Set.of(Deceit.DILUTES_THE_SAMPLE)),
            Map.entry("oxygen-drop", Set.of(Deceit.LOWERS_OXYGEN)),
            Map.entry("conversion", Set.of(Deceit.REWRITES_CONVERTED)),
            Map.entry("negative", Set.of(Deceit.WRONG_ZERO)),
            Map.entry("zero-flow", Set.of(Deceit.HIDES_FLOW)),
            Map.entry("jumps", Set.of(Deceit.WRITES_LOW)),
            Map.entry("clock", Set.of(Deceit.TURNS_THE_CLOCK)),
            Map.entry("parameter-change", Set.of(Deceit.TUNES)),
            Map.entry("calibration", Set.of(Deceit.CALIBRATES_DOWN)),
            Map.entry("calibration-at-peaks", Set.of(Deceit.CALIBRATES_AT_PEAKS)),
            Map.entry("flag-share", Set.of(Deceit.MAINTAINS_MUCH)),
            Map.entry("flags-at-peaks", Set.of(Deceit.MARKS_PEAKS)),
            Map.entry("load", Set.of(Deceit.HIDES_LOAD)));

    private Aim() {}

    static Set<Deceit> of(String detector) {
        return AIMS.getOrDefault(detector, Set.of());
    }
}
