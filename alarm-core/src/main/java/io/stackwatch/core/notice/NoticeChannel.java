package io.stackwatch.core.notice;

import java.util.function.Consumer;

/**
 * A way to people. Safe for use by several threads.
 *
 * <p>What the other side does wrong is a {@link Receipt}, never an exception: silence, a broken connection, an
 * answer that nobody can read. Every wait has an end that the channel is configured with.
 */
public interface NoticeChannel {

    /** Its name in the configuration. */
    ChannelName name();

    /**
     * Sends one message; returns at once.
     *
     * @param message what to send; its id is part of what is sent, so that a repetition can be seen
     * @param receipt is called exactly once, on any thread, within the channel's wait
     */
    void tell(NoticeMessage message, Consumer<Receipt> receipt);
}
