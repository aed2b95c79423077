package io.stackwatch.gateway.judgement;

import io.stackwatch.connectors.opcua.batch.Batch;
import io.stackwatch.connectors.opcua.batch.BatchCodec;
import io.stackwatch.connectors.opcua.mapping.Mapped;
import io.stackwatch.connectors.opcua.mapping.NodeReading;
import io.stackwatch.connectors.opcua.mapping.Unmapped;
import io.stackwatch.core.measurement.Statistic;
import io.stackwatch.core.registry.Station;
import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.judgement.FrameFacts.LeftOut;
import io.stackwatch.gateway.judgement.FrameFacts.Realtime;
import io.stackwatch.gateway.records.LatestReading;
import io.stackwatch.gateway.registry.DerivedStations;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads batches of OPC UA sources for the latest figures of outlets; minutes and hours come as made frames. Where a logger
 * speaks for an outlet, its realtime figures are shown and not these. Pure.
 */
final class BatchInterpreter {

    private final Duration clockTolerance;

    BatchInterpreter(Duration clockTolerance) {
        this.clockTolerance = clockTolerance;
    }

    Interpretation interpret(JournalRecord record, RegistrySnapshot registry) {
        Optional<Batch> batch = BatchCodec.decode(record.arrival().bytes()).batch();
        if (batch.isEmpty()) {
            return new Interpretation.Unusable(Interpretation.Reason.NOT_A_FRAME, "");
        }
        Instant arrivedAt = record.arrival().arrivedAt().truncatedTo(ChronoUnit.MILLIS);
        Mapped mapped = registry.nodes().read(batch.get());
        List<Realtime> realtime = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (NodeReading reading : mapped.readings()) {
            if (reading.at().isAfter(arrivedAt.plus(clockTolerance))) {
                leftOut.add(new LeftOut(reading.factor().value(), "FROM_THE_FUTURE"));
            } else if (reading.number().isPresent() && !isSpokenForByALogger(reading, registry)) {
                realtime.add(new Realtime(reading.outlet(), latest(reading, record.sequence())));
            }
        }
        for (Unmapped node : mapped.unmapped()) {
            leftOut.add(new LeftOut(node.node(), node.reason().name()));
        }
        return new Interpretation.Said(new FrameFacts(
                record.sequence(),
                arrivedAt,
                arrivedAt,
                batch.get().source(),
                realtime,
                List.of(),
                List.of(),
                List.of(),
                leftOut));
    }

    private static LatestReading latest(NodeReading reading, long sequence) {
        return new LatestReading(
                reading.factor(),
                Statistic.RTD,
                reading.number().orElseThrow().toPlainString(),
                reading.unit(),
                Optional.of(reading.flag()),
                reading.at().truncatedTo(ChronoUnit.MILLIS),
                sequence);
    }

    private static boolean isSpokenForByALogger(NodeReading reading, RegistrySnapshot registry) {
        return registry.registry()
                .stationOf(reading.outlet(), reading.at())
                .map(Station::mn)
                .filter(mn -> !DerivedStations.isDerived(mn))
                .isPresent();
    }
}
