package io.stackwatch.gateway.notice;

import io.stackwatch.core.notice.ChannelName;
import io.stackwatch.core.notice.DeliveryFault;
import java.util.Optional;

/**
 * How a channel is doing, since the start.
 *
 * @param channel which
 * @param waiting notices whose turn it is on this channel and that have not left
 * @param messages messages handed to the channel
 * @param told notices that a message or a digest told
 * @param digested those of them that a digest told
 * @param failed notices of messages that did not get through
 * @param retried attempts on this channel behind the first of a notice
 * @param fault why the last message did not get through; empty if it did or there was none
 */
public record ChannelStatus(
        ChannelName channel,
        long waiting,
        long messages,
        long told,
        long digested,
        long failed,
        long retried,
        Optional<DeliveryFault> fault) {}
