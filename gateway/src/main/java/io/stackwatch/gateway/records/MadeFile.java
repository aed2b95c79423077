package io.stackwatch.gateway.records;

import java.util.List;
import java.util.Optional;

/**
 * Where an hour of an outlet came from.
 *
 * @param stations what each derived station made of it
 * @param compared what we made beside a logger, and what came of comparing it, by factor
 */
public record MadeFile(List<OfStation> stations, List<MadeHour> compared) {

    public MadeFile {
        stations = List.copyOf(stations);
        compared = List.copyOf(compared);
    }

    /**
     * What one station made of an hour.
     *
     * @param station which
     * @param hours the frames of the hour, each version
     * @param minutes the samples of its minutes, by start and factor
     * @param dropped what was let go of its minutes; empty if nothing was
     * @param gaps cuts of the source that touch the hour
     */
    public record OfStation(
            MadeStation station,
            List<MadeFrame> hours,
            List<MadeMinute> minutes,
            Optional<DroppedMinutes> dropped,
            List<SourceGap> gaps) {

        public OfStation {
            hours = List.copyOf(hours);
            minutes = List.copyOf(minutes);
            gaps = List.copyOf(gaps);
        }
    }
}
