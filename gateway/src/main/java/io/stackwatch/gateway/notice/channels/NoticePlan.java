package io.stackwatch.gateway.notice.channels;

import io.stackwatch.gateway.notice.Allowance;
import io.stackwatch.gateway.notice.ChannelKind.Making;
import io.stackwatch.gateway.notice.ChannelKind.Means;
import io.stackwatch.gateway.notice.ChannelLine;
import io.stackwatch.gateway.notice.DispatchTerms;
import java.util.List;

/**
 * What the file of channels says, checked.
 *
 * @param channels in the order of the file
 * @param terms how hard it is tried
 */
public record NoticePlan(List<Planned> channels, DispatchTerms terms) {

    public NoticePlan {
        channels = List.copyOf(channels);
    }

    /** Without any channel. */
    public static NoticePlan none() {
        return new NoticePlan(List.of(), DispatchTerms.defaults());
    }

    /** Makes the channels. */
    public List<ChannelLine> lines(Means means) {
        return channels.stream()
                .map(one -> new ChannelLine(one.making().with(means), one.allowance(), one.named()))
                .toList();
    }

    /**
     * One channel.
     *
     * @param making how it is made
     * @param allowance how many messages it takes
     * @param named how many notices a digest names
     */
    public record Planned(Making making, Allowance allowance, int named) {}
}
