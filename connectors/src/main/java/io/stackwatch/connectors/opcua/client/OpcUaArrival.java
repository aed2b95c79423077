package io.stackwatch.connectors.opcua.client;

import io.stackwatch.connectors.arrival.Arrived;
import io.stackwatch.connectors.arrival.Disposition;
import io.stackwatch.connectors.opcua.batch.Batch;
import io.stackwatch.core.registry.Mn;
import java.time.Instant;
import java.util.Optional;

/**
 * A batch on its way to a journal: the body of the Camel exchange.
 *
 * @param arrivedAt our clock when it was here
 * @param peer the server, {@code host:port}
 * @param batch what it is
 * @param bytes the batch as it is kept; not copied, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // on its way to a journal; never compared
public record OpcUaArrival(Instant arrivedAt, String peer, Batch batch, byte[] bytes) implements Arrived {

    @Override
    public Optional<Mn> mn() {
        return Optional.of(batch.source());
    }

    @Override
    public Disposition disposition() {
        return Disposition.ACCEPTED;
    }

    @Override
    public String detail() {
        return batch.match(
                live -> "kind=LIVE values=" + live.values().size(),
                alive -> "kind=ALIVE",
                lost -> "kind=LOST reason=" + lost.reason(),
                resumed -> "kind=RESUMED how=" + resumed.how(),
                history -> "kind=HISTORY values=" + history.values().size(),
                filled -> "kind=FILLED outcome=" + filled.outcome() + " values=" + filled.count());
    }
}
