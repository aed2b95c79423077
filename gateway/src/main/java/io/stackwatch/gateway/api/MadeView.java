package io.stackwatch.gateway.api;

import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where an hour came from that we made of the values of an OPC UA source: an hour lists its minutes, a minute its samples, a
 * sample the journal record that brought it.
 *
 * @param hour its start
 * @param stations what each derived station made of it
 * @param compared what came of comparing it with the hour of a logger, by factor
 */
public record MadeView(OutletId outlet, Instant hour, List<OfStation> stations, List<Compared> compared) {

    public MadeView {
        stations = List.copyOf(stations);
        compared = List.copyOf(compared);
    }

    /**
     * What one station made of it, with the cuts of its source in the hour.
     *
     * @param minutesDropped present if its minutes were let go: the frames stay, the journal still has the values
     */
    public record OfStation(
            Mn station,
            Mn source,
            List<Frame> frames,
            List<OfFactor> factors,
            Optional<Dropped> minutesDropped,
            List<SourceGapView> gaps) {}

    /** When the minutes of an hour were let go, and how many: one for each minute and factor. */
    public record Dropped(Instant at, int minutes) {}

    /**
     * A frame that was made of the hour.
     *
     * @param record the journal record that it became; empty while it waits
     */
    public record Frame(
            String part, int version, Instant madeAt, boolean backFilled, String content, Optional<Long> record) {}

    /**
     * A factor of the hour, as it is reckoned from the samples now.
     *
     * @param mean as measured; empty if there is too little
     * @param valid how many minutes are valid
     * @param converted at the reference oxygen
     * @param notConverted why not
     * @param flag the mark, if there is too little
     */
    public record OfFactor(
            Named factor,
            Optional<String> mean,
            int valid,
            Optional<String> converted,
            Optional<String> notConverted,
            Optional<String> flag,
            List<Minute> minutes) {}

    /**
     * A minute of a factor.
     *
     * @param usable how many samples were used
     * @param samples one for each instant of the grid at which something was known; only where one factor is asked for
     */
    public record Minute(
            Instant start, Optional<String> mean, int usable, Optional<String> flag, List<SampleOf> samples) {}

    /**
     * A sample.
     *
     * @param at the instant of the grid
     * @param sourceTime when the source says it was so
     * @param readBack whether it was read from the source's history
     * @param record the journal record that brought it
     */
    public record SampleOf(
            Instant at, Instant sourceTime, Optional<String> number, String flag, boolean readBack, long record) {}

    /** What we made beside a logger. */
    public record Compared(
            Named factor,
            Optional<String> mean,
            Optional<String> converted,
            Optional<String> flag,
            String agreement,
            String detail,
            Instant at,
            long record) {}
}
