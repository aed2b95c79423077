package io.stackwatch.gateway.relay.packet;

import io.stackwatch.connectors.hj212.codec.CodecLimits;
import io.stackwatch.connectors.hj212.codec.Flag;
import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.connectors.hj212.codec.HeaderField;
import io.stackwatch.connectors.hj212.codec.SegmentReader;
import java.util.Optional;

/** Reads headings through one reader whose memory is used again. For one thread. */
public final class HeadingReader {

    private final SegmentReader reader = new SegmentReader(CodecLimits.defaults());

    /** The heading of a frame, in whatever state the rest of it is. */
    public Heading of(Frame frame) {
        reader.read(frame);
        int command = Math.max(0, reader.command());
        String qn = reader.text(HeaderField.QN);
        if (qn.isEmpty() && command > 9_000) {
            qn = item("QN");
        }
        int flag = reader.number(HeaderField.FLAG);
        return new Heading(
                command,
                reader.text(HeaderField.MN),
                qn,
                flag < 0 || flag > 255 ? Optional.empty() : Optional.of(new Flag(flag)),
                reader.is(HeaderField.RF, "1"));
    }

    /** The value of an item of the frame that was read last; empty where there is none. */
    public String item(String name) {
        for (int i = 0; i < reader.items(); i++) {
            if (reader.name(i).equals(name)) {
                return reader.text(i);
            }
        }
        return "";
    }
}
