package io.stackwatch.gateway.averaging;

import io.stackwatch.connectors.opcua.batch.Batch;
import io.stackwatch.connectors.opcua.mapping.Mapped;
import io.stackwatch.connectors.opcua.mapping.NodeReading;
import io.stackwatch.core.averaging.Hold;
import io.stackwatch.core.averaging.PlacedSample;
import io.stackwatch.core.averaging.Sample;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.records.MadeChannel;
import io.stackwatch.gateway.registry.DerivedStations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a batch says becomes cuts, newest values, and values that were held for a while, in memory. For one thread. */
final class BatchFold {

    private final PlantNodes nodes;
    private final RuleParameters parameters;
    private final SourceWatch watch;
    private final SampleShelf shelf;
    private final ChannelBook channels;
    private final StationBook stations;

    BatchFold(
            PlantNodes nodes,
            RuleParameters parameters,
            SourceWatch watch,
            SampleShelf shelf,
            ChannelBook channels,
            StationBook stations) {
        this.nodes = nodes;
        this.parameters = parameters;
        this.watch = watch;
        this.shelf = shelf;
        this.channels = channels;
        this.stations = stations;
    }

    /**
     * Takes a batch.
     *
     * @param sequence the journal record that it came in
     */
    void take(Batch batch, long sequence, Instant arrivedAt) {
        batch.match(
                live -> live(live, sequence, arrivedAt),
                alive -> live(alive, sequence, arrivedAt),
                lost -> done(() -> watch.lost(lost, arrivedAt)),
                resumed -> done(() -> resumed(resumed, arrivedAt)),
                history -> history(history, sequence, arrivedAt),
                filled -> done(() -> watch.filled(filled, arrivedAt)));
    }

    private static boolean done(Runnable step) {
        step.run();
        return true;
    }

    private void resumed(Batch.Resumed resumed, Instant arrivedAt) {
        watch.resumed(resumed, arrivedAt);
        if (resumed.how() != Batch.How.TRANSFERRED) {
            // a subscription that was made anew tells every value again; until then nobody knows
            channels.of(resumed.source()).forEach(channel -> channels.put(channel.with(Optional.empty())));
        }
    }

    private boolean live(Batch batch, long sequence, Instant arrivedAt) {
        Hold.Alive alive = watch.alive(batch.source(), arrivedAt);
        Map<MadeChannel.Key, List<PlacedSample>> arrived = valuesOf(batch, sequence, arrivedAt, false);
        for (MadeChannel channel : channels.of(batch.source())) {
            if (!nodes.isMapped(
                    channel.source(), channel.outlet(), channel.key().factor(), arrivedAt)) {
                channels.put(channel.with(Optional.empty()));
                continue;
            }
            List<PlacedSample> values = arrived.getOrDefault(channel.key(), List.of());
            hold(channel, Hold.live(channel.newest(), values, alive, channel.expected()), arrivedAt);
            if (!values.isEmpty()) {
                PlacedSample last = values.get(values.size() - 1);
                boolean newer = channel.newest()
                        .filter(known -> known.sourceTime().isAfter(last.sourceTime()))
                        .isEmpty();
                if (newer) {
                    channels.put(channel.with(Optional.of(last)));
                }
            }
        }
        return true;
    }

    private boolean history(Batch.History batch, long sequence, Instant arrivedAt) {
        watch.readBack(batch);
        valuesOf(batch, sequence, arrivedAt, true).forEach((key, values) -> channels.find(key)
                .ifPresent(channel -> hold(channel, Hold.readBack(values, channel.expected()), arrivedAt)));
        return true;
    }

    /** The values of a batch by what they are of, oldest first; channels that are new are there afterwards. */
    private Map<MadeChannel.Key, List<PlacedSample>> valuesOf(
            Batch batch, long sequence, Instant arrivedAt, boolean readBack) {
        Map<MadeChannel.Key, List<PlacedSample>> values = new LinkedHashMap<>();
        Mapped mapped = nodes.mapping().read(batch);
        nodes.notMapped(mapped.unmapped(), arrivedAt);
        for (NodeReading reading : mapped.readings()) {
            OutletId outlet = reading.outlet();
            MadeChannel.Key key = new MadeChannel.Key(DerivedStations.nameOf(batch.source(), outlet), reading.factor());
            Optional<MadeChannel> known = channels.find(key);
            if (known.map(MadeChannel::expected)
                    .filter(reading.row().watch().expected()::equals)
                    .isEmpty()) {
                channels.put(new MadeChannel(
                        key,
                        batch.source(),
                        outlet,
                        reading.row().watch().expected(),
                        known.flatMap(MadeChannel::newest)));
            }
            values.computeIfAbsent(key, absent -> new ArrayList<>())
                    .add(new PlacedSample(
                            reading.at(), new Sample(reading.number(), reading.flag()), sequence, readBack));
        }
        values.values().forEach(list -> list.sort(Comparator.comparing(PlacedSample::sourceTime)));
        return values;
    }

    private void hold(MadeChannel channel, List<Hold> holds, Instant arrivedAt) {
        Instant earliest = arrivedAt.minus(parameters.duration("averaging.reach", arrivedAt));
        for (Hold hold : holds) {
            if (!hold.until().isAfter(earliest)) {
                continue;
            }
            Hold within = hold.from().isBefore(earliest) ? new Hold(hold.value(), earliest, hold.until()) : hold;
            stations.heard(channel, within.from());
            shelf.hold(channel.key(), within, stations.madeUntil(channel.key().station()), arrivedAt);
        }
    }
}
