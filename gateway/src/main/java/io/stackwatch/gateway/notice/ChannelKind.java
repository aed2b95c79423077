package io.stackwatch.gateway.notice;

import io.stackwatch.core.notice.ChannelName;
import io.stackwatch.core.notice.NoticeChannel;
import io.stackwatch.gateway.config.EntryReader;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** A kind of channel: how it is configured and made. What is read has no effect before it is made. */
public interface ChannelKind {

    /** What it is called in the file of channels. */
    String name();

    /** How many messages it usually takes. */
    Allowance usual();

    /**
     * Reads the fields of one channel; problems are noted in the reader.
     *
     * @param wait how long the channel may wait for the other side
     * @return how it is made; empty if it cannot be
     */
    Optional<Making> read(ChannelName name, Duration wait, EntryReader entry, Secrets secrets);

    /** Makes the channel that was read. What it holds open is let go when the Vert.x is closed. */
    @FunctionalInterface
    interface Making {

        /** Makes it. */
        NoticeChannel with(Means means);
    }

    /**
     * What channels are made with.
     *
     * @param vertx over which they speak
     * @param wall the real time, for signatures that grow old
     * @param nonces texts of which none comes twice
     */
    record Means(Vertx vertx, Clock wall, Supplier<String> nonces) {}
}
