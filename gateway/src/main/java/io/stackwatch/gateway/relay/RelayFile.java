package io.stackwatch.gateway.relay;

import io.stackwatch.gateway.records.DownlinkEvent;
import io.stackwatch.gateway.records.RelayAct;
import io.stackwatch.gateway.records.RelayRefusal;
import java.util.List;

/**
 * One relay with what is on its way and what happened lately.
 *
 * @param status how it is doing
 * @param realtimeOpen open frames that are still new
 * @param backlogOpen open frames behind them
 * @param refusals frames that could not be sent, by station and reason, most frequent first
 * @param acts what people had sent again, newest first
 * @param downlinks what the platform asked of stations, newest first
 */
public record RelayFile(
        RelayStatus status,
        long realtimeOpen,
        long backlogOpen,
        List<RelayRefusal> refusals,
        List<RelayAct> acts,
        List<DownlinkEvent> downlinks) {

    public RelayFile {
        refusals = List.copyOf(refusals);
        acts = List.copyOf(acts);
        downlinks = List.copyOf(downlinks);
    }
}
