package io.stackwatch.gateway.averaging;

import io.stackwatch.gateway.records.MadeFrame;
import io.stackwatch.gateway.records.MadeMinute;
import io.stackwatch.gateway.records.MadeStation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What one look at the minutes made, before it is kept. For one thread. */
final class Making {

    private final List<MadeFrame> frames = new ArrayList<>();
    private final List<MadeStation> stations = new ArrayList<>();
    private final Set<MadeMinute.Key> clean = new HashSet<>();

    void add(MadeFrame frame) {
        frames.add(frame);
    }

    void add(MadeStation station) {
        stations.add(station);
    }

    void clean(MadeMinute.Key minute) {
        clean.add(minute);
    }

    List<MadeFrame> frames() {
        return frames;
    }

    List<MadeStation> stations() {
        return stations;
    }

    Set<MadeMinute.Key> clean() {
        return clean;
    }
}
