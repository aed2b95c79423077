package io.stackwatch.gateway.records;

import io.stackwatch.core.averaging.MinuteOfSamples;
import java.time.Instant;
import java.util.Optional;

/**
 * The samples of a factor in a minute.
 *
 * @param channel of what
 * @param samples the samples with their origins
 * @param dirtyAt since when it says something else than the frame that was made of it, if it does
 */
public record MadeMinute(MadeChannel.Key channel, MinuteOfSamples samples, Optional<Instant> dirtyAt) {

    /** Its place. */
    public Key key() {
        return new Key(channel, samples.start());
    }

    /** A minute of a factor. */
    public record Key(MadeChannel.Key channel, Instant start) {}
}
