package io.stackwatch.connectors.hj212.codec;

import io.stackwatch.connectors.hj212.cipher.ContentCipher;
import io.stackwatch.connectors.hj212.cipher.Encryption;
import io.stackwatch.connectors.hj212.cipher.Opened;
import io.stackwatch.connectors.hj212.cipher.StationKey;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Bytes of the wire to named factors with decimal values, against yardsticks of the same run (docs/benchmarks.md).
 *
 * <p>rt10: command 2011 with ten pollutants, 502 bytes. hour12: 2061 with twelve, about 1,030 bytes. ack: a 9014. Each in
 * 510 different frames, so that no branch predictor learns one by heart.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class DecodeBenchmark {

    private static final int FRAMES = 510;
    private static final String[] CODES = {
        "a34013", "a21026", "a21002", "a19001", "a01011", "a01012", "a01014", "a01013", "a00000", "a21005", "a21018",
        "a21024"
    };

    /** Which frames. */
    @Param({"rt10", "hour12", "ack"})
    public String kind = "rt10";

    private final byte[][] wires = new byte[FRAMES][];
    private final byte[][] sealed = new byte[FRAMES][];
    private final byte[][] segments = new byte[FRAMES][];
    private final FrameDecoder decoder = new FrameDecoder(CodecLimits.defaults());
    private final SegmentReader reader = new SegmentReader(CodecLimits.defaults());
    private final OnePassYardstick onePass = new OnePassYardstick();
    private final ContentCipher cipher = new ContentCipher();
    private final Encryption keys = new Encryption(
            Encryption.Form.RAW, Encryption.Plaintext.REJECT, List.of(StationKey.of("0123456789abcdef")));
    private final SplitYardstick split = new SplitYardstick();
    private int next;

    /** Makes the frames; the seed is fixed. */
    @Setup
    public void frames() {
        Random random = new Random(212);
        for (int i = 0; i < FRAMES; i++) {
            wires[i] = frame(i, random);
            segments[i] = Arrays.copyOfRange(wires[i], 6, wires[i].length - 6);
            sealed[i] = cipher.seal(segments[i], keys.keys().get(0), keys.form());
        }
    }

    /** Ours: whole frame, checksum, every name, every number as digits and scale. */
    @Benchmark
    public long decode() {
        return read(wires[turn()], null);
    }

    /** Ours, of frames whose content is SM4 ciphertext as raw bytes: header read, opened, checksum and content as above. */
    @Benchmark
    public long decodeSealed() {
        Frame frame = next(sealed[turn()]);
        reader.read(frame);
        Frame plain = cipher.open(frame, keys)
                .match(
                        Opened.Unsealed::frame,
                        // a 9014 has nothing to seal
                        Opened.Plain::frame,
                        () -> {
                            throw new IllegalStateException("key");
                        });
        return read(plain, null);
    }

    /** Ours, with a {@link BigDecimal} made of every number. */
    @Benchmark
    public void decodeToBigDecimals(Blackhole sink) {
        read(wires[turn()], sink);
    }

    /** Yardstick (a): one pass with a table-driven checksum into a reused object. */
    @Benchmark
    public long onePassIntoAReusedObject() {
        return onePass.parse(wires[turn()]);
    }

    /** Yardstick (b): the checksum alone, as we do it. */
    @Benchmark
    public int checksumAlone() {
        byte[] segment = segments[turn()];
        return Crc16.hj212(segment, 0, segment.length);
    }

    /** Yardstick (c): split and maps, with a table-driven checksum. */
    @Benchmark
    public Map<String, Map<String, BigDecimal>> splitAndHashMap() {
        return split.parse(wires[turn()]);
    }

    private Frame next(byte[] wire) {
        decoder.feed(wire, 0, wire.length);
        Frame frame = ((Decoded.Whole) decoder.next()).frame();
        decoder.next();
        return frame;
    }

    private long read(byte[] wire, @Nullable Blackhole sink) {
        return read(next(wire), sink);
    }

    private long read(Frame frame, @Nullable Blackhole sink) {
        if (!frame.crcMatches(CrcKind.HJ212)) {
            throw new IllegalStateException("checksum");
        }
        reader.read(frame);
        long sum = reader.command();
        for (int i = 0; i < reader.items(); i++) {
            sum += reader.code(i).length() + reader.suffix(i).length();
            if (reader.isFastNumber(i)) {
                sum += reader.unscaled(i) + reader.scale(i);
                if (sink != null) {
                    sink.consume(reader.number(i));
                }
            }
        }
        return sum;
    }

    private int turn() {
        next = next + 1 == FRAMES ? 0 : next + 1;
        return next;
    }

    private byte[] frame(int number, Random random) {
        SegmentWriter writer = new SegmentWriter()
                .field(HeaderField.QN, "20260101080%06d".formatted(number))
                .field(HeaderField.ST, kind.equals("ack") ? "91" : "31")
                .command(kind.equals("ack") ? 9014 : kind.equals("rt10") ? 2011 : 2061)
                .field(HeaderField.PW, "123456")
                .field(HeaderField.MN, "010000A8900016F000169DC0")
                .flag(new Flag(kind.equals("ack") ? 4 : 5));
        if (kind.equals("ack")) {
            return writer.frame();
        }
        writer.item("DataTime", "20260101080000");
        for (int i = 0; i < (kind.equals("rt10") ? 10 : 12); i++) {
            if (kind.equals("rt10")) {
                writer.value(CODES[i], "Rtd", value(random));
                if (i < 3) {
                    writer.value(CODES[i], "ZsRtd", value(random));
                }
            } else {
                writer.value(CODES[i], "Cou", value(random))
                        .value(CODES[i], "Min", value(random))
                        .value(CODES[i], "Avg", value(random))
                        .value(CODES[i], "Max", value(random));
            }
            writer.value(CODES[i], "Flag", "N");
        }
        return writer.frame();
    }

    private static String value(Random random) {
        return String.format(Locale.ROOT, "%.3f", 10 + random.nextDouble() * 89);
    }

    /** For a debugger: what one frame looks like. */
    @Override
    public String toString() {
        return new String(wires[0], StandardCharsets.US_ASCII);
    }
}
