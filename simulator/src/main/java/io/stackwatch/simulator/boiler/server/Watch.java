package io.stackwatch.simulator.boiler.server;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.milo.opcua.sdk.server.items.DataItem;
import org.eclipse.milo.opcua.sdk.server.items.MonitoredItem;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;

/**
 * The nodes that somebody monitors, and their samples. Boilers that nobody looks at cost nothing. Safe for use by several
 * threads: the timer shows, the server's threads add and remove.
 */
final class Watch {

    private final Map<UInteger, Watched> items = new ConcurrentHashMap<>();

    private record Watched(DataItem item, NodeBook.Place place) {

        void show(Instant at) {
            if (item.isSamplingEnabled()) {
                place.panel()
                        .sample(place.quantity(), at)
                        .ifPresent(sample -> set(SampleValues.value(place.quantity(), sample, at)));
            }
        }

        void set(DataValue value) {
            TimestampsToReturn timestamps = item.getTimestampsToReturn();
            item.setValue(timestamps == null ? value : DataValue.derivedValue(value, timestamps));
        }
    }

    static boolean isOfValue(ReadValueId id) {
        return AttributeId.Value.isEqual(id.getAttributeId());
    }

    /** What a node shows now, or showed last. */
    DataValue shown(NodeBook.Place place, Instant now) {
        return SampleValues.value(place.quantity(), place.panel().shown(place.quantity(), now), now);
    }

    /** The first value is there at once. */
    void add(DataItem item, NodeBook.Place place, Instant now) {
        Watched watched = new Watched(item, place);
        watched.set(shown(place, now));
        items.put(item.getId(), watched);
    }

    void remove(List<DataItem> gone) {
        gone.forEach(item -> items.remove(item.getId()));
    }

    void modeChanged(List<MonitoredItem> changed, Instant now) {
        for (MonitoredItem item : changed) {
            Watched watched = items.get(item.getId());
            if (watched != null && item.isSamplingEnabled()) {
                watched.set(shown(watched.place(), now));
            }
        }
    }

    /** Shows everybody the samples of an instant of the grid. */
    void show(Instant at) {
        items.values().forEach(watched -> watched.show(at));
    }

    void forgetAll() {
        items.clear();
    }

    int size() {
        return items.size();
    }
}
