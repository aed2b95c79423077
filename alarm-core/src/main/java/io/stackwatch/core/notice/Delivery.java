package io.stackwatch.core.notice;

import java.time.Instant;

/**
 * One line of what became of a notice. Lines are only added; the last one says how it stands.
 *
 * @param notice which
 * @param channel on which channel
 * @param message the message that carried it: the notice's own id, or that of a digest
 * @param attempt which attempt on this channel, from 1; 0 if none was made yet
 * @param receipt how it stands
 * @param at when we knew it
 */
public record Delivery(
        NoticeId notice, ChannelName channel, NoticeId message, int attempt, Receipt receipt, Instant at) {

    public Delivery {
        if (attempt < 0) {
            throw new IllegalArgumentException("attempts are counted from 1: " + attempt);
        }
    }
}
