package io.stackwatch.gateway.notice;

import io.stackwatch.core.notice.NoticeChannel;

/**
 * A channel as it is configured.
 *
 * @param channel over which is sent
 * @param allowance how many messages it takes
 * @param named how many notices a digest names, the worst
 */
public record ChannelLine(NoticeChannel channel, Allowance allowance, int named) {

    public ChannelLine {
        if (named < 1 || named > 1_000) {
            throw new IllegalArgumentException("a digest names 1 to 1000: " + named);
        }
    }
}
