package io.stackwatch.connectors.hj212.server;

import io.stackwatch.connectors.arrival.Arrived;
import io.stackwatch.connectors.arrival.Disposition;
import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.connectors.hj212.session.Report;
import io.stackwatch.core.registry.Mn;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that arrived over HJ 212: the body of the Camel exchange, and what a journal needs.
 *
 * @param arrivedAt the server's clock when the last byte was read
 * @param peer the sender's address, {@code host:port}
 * @param report what the session made of it
 * @param bytes exactly the bytes of the wire without the line end behind the frame; not copied, not to be changed
 * @param frame the frame that was read: over the same bytes, or over plaintext if they were encrypted; empty for garbled bytes
 */
@SuppressWarnings("ArrayRecordComponent") // on its way to a journal; never compared
public record Hj212Arrival(Instant arrivedAt, String peer, Report report, byte[] bytes, Optional<Frame> frame)
        implements Arrived {

    @Override
    public Optional<Mn> mn() {
        return report.station();
    }

    @Override
    public Disposition disposition() {
        return report.disposition();
    }

    @Override
    public String detail() {
        return report.detail();
    }
}
