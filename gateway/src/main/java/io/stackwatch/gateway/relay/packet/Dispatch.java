package io.stackwatch.gateway.relay.packet;

import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.relay.packet.Prepared.Ready;
import io.stackwatch.gateway.relay.packet.Prepared.Refused;
import io.stackwatch.gateway.relay.packet.Prepared.Why;
import io.stackwatch.gateway.relay.target.Delivery;
import io.stackwatch.gateway.relay.target.NewIdentity;
import io.stackwatch.gateway.relay.target.RelayTarget;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Makes the packets of a frame for one target. The same frame gives the same packets, so that what is sent again is sent
 * identical. For one thread.
 */
public final class Dispatch {

    private static final byte CR = '\r';
    private static final byte LF = '\n';

    private final Optional<Rewriter> rewriter;
    private final Delivery delivery;
    private final ClearText clearText;
    private final HeadingReader headings = new HeadingReader();

    public Dispatch(RelayTarget target, ClearText clearText) {
        this.rewriter = target.rewriting().map(Rewriter::new);
        this.delivery = target.delivery();
        this.clearText = clearText;
    }

    /**
     * What is to be sent.
     *
     * @param station whose frame it is
     * @param arrivedAt when it arrived here
     * @param bytes the bytes of the journal, which are those of the wire without the line end
     * @param backlog whether it comes out of our backlog
     */
    public Prepared prepare(Mn station, Instant arrivedAt, byte[] bytes, boolean backlog) {
        Optional<Frame> frame = Frame.of(bytes);
        if (rewriter.isEmpty()) {
            Optional<ReceiptKey> receipt =
                    frame.flatMap(whole -> headings.of(whole).receipt());
            return new Ready(List.of(packet(bytes, receipt)));
        }
        if (frame.isEmpty()) {
            return new Refused(Why.NOT_A_FRAME);
        }
        Optional<NewIdentity> identity = rewriter.get().identity(station);
        if (identity.isEmpty()) {
            return new Refused(Why.NO_IDENTITY);
        }
        Optional<Frame> clear = clearText.open(station, arrivedAt, frame.get());
        if (clear.isEmpty()) {
            return new Refused(Why.ENCRYPTED);
        }
        Optional<List<SegmentText>> segments = rewriter.get().segments(clear.get(), identity.get(), backlog);
        if (segments.isEmpty()) {
            return new Refused(Why.TOO_LONG);
        }
        List<Packet> packets = new ArrayList<>();
        for (SegmentText segment : segments.get()) {
            byte[] whole = Rewriter.packet(segment);
            byte[] bare = Arrays.copyOf(whole, whole.length - 2);
            packets.add(packet(
                    bare, Frame.of(bare).flatMap(made -> headings.of(made).receipt())));
        }
        return new Ready(packets);
    }

    private Packet packet(byte[] frame, Optional<ReceiptKey> receipt) {
        byte[] wire = frame;
        if (delivery.lineEnd()) {
            wire = Arrays.copyOf(frame, frame.length + 2);
            wire[frame.length] = CR;
            wire[frame.length + 1] = LF;
        }
        return new Packet(wire, delivery.answers() == Delivery.Answers.NEVER ? Optional.empty() : receipt);
    }
}
