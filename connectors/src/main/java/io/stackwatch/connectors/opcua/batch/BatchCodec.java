package io.stackwatch.connectors.opcua.batch;

import io.stackwatch.core.registry.Mn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Batches to bytes and back; pure. The same batch gives the same bytes, and bytes that can be read give themselves.
 *
 * <p>The format, version 1; numbers are little-endian as in OPC UA Part 6, a time is 8 bytes of 100 ns since 1601:
 *
 * <pre>
 * 1  version = 1
 * 1  kind: 1 LIVE, 2 ALIVE, 3 LOST, 4 RESUMED, 5 HISTORY, 6 FILLED, 7 FILLED with unread nodes
 * 1  length, then the source in UTF-8
 * 4  subscription
 * 8  time: published (LIVE, ALIVE), at (LOST, RESUMED), read (HISTORY), from (FILLED)
 *    LIVE, HISTORY: 2 count, then values      ALIVE: nothing      LOST: 1 length, then the reason
 *    RESUMED: 1 how, 1 whether there is a time, 8 heard until      FILLED: 8 to, 1 outcome, 8 count
 *    FILLED with unread nodes: as FILLED, then 4 how many (not 0), 1 how many are named, of each 2 length, node id, 4 status
 * a value:
 * 2  length, then the node id in UTF-8
 * 1  which parts follow, as the mask of a DataValue: 1 value, 2 status, 4 source time, 8 server time
 *    value: 1 type; 1 truth: 1 byte; 2 to 11 numbers: as in Part 6; 12 text: 2 length, UTF-8;
 *           255 other: 1 built-in type, 2 length, the Variant in Part 6
 *    status: 4, left out where it is 0; times: 8 each
 * </pre>
 */
public final class BatchCodec {

    /** The longest batch in bytes; a journal record holds it with ease. */
    public static final int MAX_BYTES = 128 * 1024;

    private static final int VERSION = 1;
    private static final int LIVE = 1;
    private static final int ALIVE = 2;
    private static final int LOST = 3;
    private static final int RESUMED = 4;
    private static final int HISTORY = 5;
    private static final int FILLED = 6;
    private static final int FILLED_UNREAD = 7;

    private BatchCodec() {}

    /**
     * The bytes of a batch.
     *
     * @throws IllegalArgumentException if they are more than {@link #MAX_BYTES}
     */
    public static byte[] encode(Batch batch) {
        ByteSink out = batch.match(
                live -> values(begin(LIVE, live, live.publishedAt()), live.values()),
                alive -> begin(ALIVE, alive, alive.publishedAt()),
                lost -> begin(LOST, lost, lost.at()).text8(lost.reason()),
                resumed -> resumed(begin(RESUMED, resumed, resumed.at()), resumed),
                history -> values(begin(HISTORY, history, history.readAt()), history.values()),
                filled -> filled.unread().isNone()
                        ? filled(begin(FILLED, filled, filled.from()), filled)
                        : unread(filled(begin(FILLED_UNREAD, filled, filled.from()), filled), filled.unread()));
        byte[] bytes = out.bytes();
        if (bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException("a batch has at most " + MAX_BYTES + " bytes, not " + bytes.length);
        }
        return bytes;
    }

    /** How many bytes a value takes in a batch; what a writer needs to know to split. */
    public static int size(NodeValue value) {
        return ValueCodec.size(value);
    }

    /** The batch in bytes, or why there is none. Never throws. */
    public static Decoded decode(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return new Decoded.Unreadable(Decoded.Fault.TOO_LONG);
        }
        try {
            return new Decoded.Read(read(new ByteSource(bytes)));
        } catch (ByteSource.Refused refused) {
            return new Decoded.Unreadable(refused.fault());
        } catch (IllegalArgumentException | ArithmeticException notAllowed) {
            return new Decoded.Unreadable(Decoded.Fault.NOT_ALLOWED);
        }
    }

    private static ByteSink begin(int kind, Batch batch, Instant time) {
        return new ByteSink()
                .number(VERSION, 1)
                .number(kind, 1)
                .text8(batch.source().value())
                .number(batch.subscription(), 4)
                .number(Ticks.of(time), 8);
    }

    private static ByteSink resumed(ByteSink out, Batch.Resumed resumed) {
        out.number(resumed.how().number(), 1).number(resumed.heardUntil().isPresent() ? 1 : 0, 1);
        resumed.heardUntil().ifPresent(until -> out.number(Ticks.of(until), 8));
        return out;
    }

    private static ByteSink filled(ByteSink out, Batch.Filled filled) {
        return out.number(Ticks.of(filled.to()), 8)
                .number(filled.outcome().number(), 1)
                .number(filled.count(), 8);
    }

    private static ByteSink unread(ByteSink out, Unread unread) {
        out.number(unread.number(), 4).number(unread.named().size(), 1);
        for (Unread.Node node : unread.named()) {
            out.text16(node.node()).number(node.status(), 4);
        }
        return out;
    }

    private static ByteSink values(ByteSink out, List<NodeValue> values) {
        out.number(values.size(), 2);
        for (NodeValue value : values) {
            ValueCodec.write(out, value);
        }
        return out;
    }

    private static Batch read(ByteSource in) {
        if (in.number(1) != VERSION) {
            throw new ByteSource.Refused(Decoded.Fault.UNKNOWN_VERSION);
        }
        int kind = (int) in.number(1);
        if (kind < LIVE || kind > FILLED_UNREAD) {
            throw new ByteSource.Refused(Decoded.Fault.UNKNOWN_KIND);
        }
        Mn source = new Mn(in.text(1));
        long subscription = in.number(4);
        Instant time = Ticks.instant(in.number(8));
        Batch batch =
                switch (kind) {
                    case LIVE -> new Batch.Live(source, subscription, time, values(in));
                    case ALIVE -> new Batch.Alive(source, subscription, time);
                    case LOST -> new Batch.Lost(source, subscription, time, in.text(1));
                    case RESUMED ->
                        new Batch.Resumed(
                                source,
                                subscription,
                                time,
                                in.oneOf(Batch.How.values(), Batch.How::number),
                                optionalTime(in));
                    case HISTORY -> new Batch.History(source, subscription, time, values(in));
                    default ->
                        new Batch.Filled(
                                source,
                                subscription,
                                time,
                                Ticks.instant(in.number(8)),
                                in.oneOf(Batch.Outcome.values(), Batch.Outcome::number),
                                in.number(8),
                                kind == FILLED ? Unread.NONE : unread(in));
                };
        in.end();
        return batch;
    }

    private static Unread unread(ByteSource in) {
        long number = in.number(4);
        int count = (int) in.number(1);
        List<Unread.Node> named = new ArrayList<>(Math.min(count, Unread.MAX_NAMED));
        for (int i = 0; i < count; i++) {
            named.add(new Unread.Node(in.text(2), in.number(4)));
        }
        if (number == 0) {
            throw new ByteSource.Refused(Decoded.Fault.NOT_ALLOWED);
        }
        return new Unread(number, named);
    }

    private static Optional<Instant> optionalTime(ByteSource in) {
        return in.truth() ? Optional.of(Ticks.instant(in.number(8))) : Optional.empty();
    }

    private static List<NodeValue> values(ByteSource in) {
        int count = (int) in.number(2);
        if (count > Batch.MAX_VALUES) {
            throw new ByteSource.Refused(Decoded.Fault.NOT_ALLOWED);
        }
        List<NodeValue> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(ValueCodec.read(in));
        }
        return values;
    }
}
