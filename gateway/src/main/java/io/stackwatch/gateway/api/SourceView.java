package io.stackwatch.gateway.api;

import io.stackwatch.connectors.opcua.mapping.Unmapped;
import io.stackwatch.connectors.opcua.source.Security;
import io.stackwatch.connectors.opcua.source.SourceCounts;
import io.stackwatch.connectors.opcua.source.SourceState;
import io.stackwatch.connectors.opcua.source.SourceStatus;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.plant.MappingFaults;
import io.stackwatch.gateway.plant.SourceFile;
import io.stackwatch.gateway.records.RegisteredSource;
import io.stackwatch.gateway.records.SourceLogin;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An OPC UA source as the interface shows it: no secret, and not where one stands. */
record SourceView(
        Mn id,
        String endpoint,
        Security.Policy policy,
        Security.Mode mode,
        SourceLogin.Kind login,
        boolean history,
        List<OutletId> outlets,
        int nodes,
        SourceState state,
        Optional<Instant> since,
        Optional<String> reason,
        Optional<String> refusedThumbprint,
        Optional<Instant> heardUntil,
        Optional<Double> clockOffset,
        Optional<Boolean> clockOff,
        List<NodeStatus> badNodes,
        Optional<SourceCounts> counts,
        List<NotMapped> notMapped) {

    /** Values that became no number: which node, why, by which row of the sheet. */
    record NotMapped(String node, Unmapped.Reason reason, long row, long times, Instant lastAt) {

        static NotMapped of(MappingFaults.Fault fault) {
            Unmapped what = fault.what();
            return new NotMapped(what.node(), what.reason(), what.row(), fault.times(), fault.lastAt());
        }
    }

    static SourceView of(SourceFile file) {
        RegisteredSource source = file.source();
        Optional<SourceStatus> status = file.status();
        return new SourceView(
                source.id(),
                source.endpoint(),
                source.security().policy(),
                source.security().mode(),
                source.login().kind(),
                source.history(),
                file.outlets(),
                file.nodes(),
                status.map(SourceStatus::state).orElse(SourceState.STOPPED),
                status.map(SourceStatus::since),
                file.problem().or(() -> status.map(SourceStatus::reason).filter(why -> !why.isEmpty())),
                status.flatMap(SourceStatus::refusedThumbprint),
                status.flatMap(SourceStatus::heardUntil),
                status.flatMap(SourceStatus::clock).map(clock -> clock.offset().toMillis() / 1000.0),
                status.flatMap(SourceStatus::clock).map(clock -> !clock.tolerated()),
                status.map(SourceStatus::badNodes).map(SourceView::badNodes).orElse(List.of()),
                status.map(SourceStatus::counts),
                file.faults().stream().map(NotMapped::of).toList());
    }

    private static List<NodeStatus> badNodes(Map<String, Long> refused) {
        return refused.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> NodeStatus.of(one.getKey(), one.getValue()))
                .toList();
    }
}
