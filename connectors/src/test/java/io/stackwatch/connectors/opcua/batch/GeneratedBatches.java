package io.stackwatch.connectors.opcua.batch;

import io.stackwatch.core.registry.Mn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Batches of every kind with values of every type, drawn from a seed. The same seed gives the same batches. */
public final class GeneratedBatches {

    /** {@code -Dstackwatch.seed=…} repeats a run that failed. */
    public static final long SEED = Long.getLong("stackwatch.seed", 10_000);

    private static final String LETTERS = "锅炉脱硫 abcXYZ0189;=/._-\"\u0000";
    private static final Value.NumberType[] NUMBERS = Value.NumberType.values();

    private final Random random;

    /** A sequence of batches of its own. */
    public GeneratedBatches(long seed) {
        this.random = new Random(seed);
    }

    /** The next batch. */
    public Batch next() {
        Mn source = new Mn("BOILER-" + random.nextInt(99));
        long subscription = Integer.toUnsignedLong(random.nextInt());
        return switch (random.nextInt(6)) {
            case 0 -> new Batch.Live(source, subscription, time(), values());
            case 1 -> new Batch.Alive(source, subscription, time());
            case 2 -> new Batch.Lost(source, subscription, time(), "CONNECTION_LOST");
            case 3 -> new Batch.Resumed(source, subscription, time(), one(Batch.How.values()), perhaps());
            case 4 -> new Batch.History(source, subscription, time(), values());
            default -> filled(source, subscription, one(Batch.Outcome.values()));
        };
    }

    private Batch filled(Mn source, long subscription, Batch.Outcome outcome) {
        boolean all = outcome == Batch.Outcome.COMPLETE || random.nextBoolean();
        Unread unread = all ? Unread.NONE : new Unread(1 + random.nextInt(90), unreadNodes(random.nextInt(2)));
        return new Batch.Filled(source, subscription, time(), time(), outcome, random.nextInt(1 << 20), unread);
    }

    private List<Unread.Node> unreadNodes(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Unread.Node("ns=2;s=" + text(1 + random.nextInt(30)), 1 + random.nextInt(1 << 30)))
                .toList();
    }

    /** The next value. */
    public NodeValue value() {
        long status = random.nextInt(4) == 0 ? Integer.toUnsignedLong(random.nextInt()) : 0;
        return new NodeValue("ns=2;s=" + text(1 + random.nextInt(30)), content(), status, perhaps(), perhaps());
    }

    private List<NodeValue> values() {
        return IntStream.range(0, random.nextInt(40)).mapToObj(i -> value()).toList();
    }

    private Value content() {
        return switch (random.nextInt(8)) {
            case 0 -> new Value.Text(text(random.nextInt(40)));
            case 1 -> new Value.Truth(random.nextBoolean());
            case 2 -> {
                byte[] encoded = new byte[random.nextInt(60)];
                random.nextBytes(encoded);
                yield new Value.Other(random.nextInt(26), encoded);
            }
            case 3 -> Value.Nothing.NOTHING;
            default -> number(one(NUMBERS));
        };
    }

    private Value number(Value.NumberType type) {
        return switch (type) {
            case FLOAT -> Value.Numeric.of((random.nextFloat() - 0.5f) * 1e6f);
            case DOUBLE -> Value.Numeric.of((random.nextDouble() - 0.5) * 1e12);
            case SBYTE -> new Value.Numeric(type, (byte) random.nextInt());
            case INT16 -> new Value.Numeric(type, (short) random.nextInt());
            case INT32 -> new Value.Numeric(type, random.nextInt());
            case BYTE -> new Value.Numeric(type, random.nextInt(1 << 8));
            case UINT16 -> new Value.Numeric(type, random.nextInt(1 << 16));
            case UINT32 -> new Value.Numeric(type, Integer.toUnsignedLong(random.nextInt()));
            case INT64, UINT64 -> new Value.Numeric(type, random.nextLong());
        };
    }

    private Optional<Instant> perhaps() {
        return random.nextBoolean() ? Optional.of(time()) : Optional.empty();
    }

    private Instant time() {
        return Instant.ofEpochSecond(1_700_000_000L + random.nextInt(), random.nextInt(10_000_000) * 100L);
    }

    private String text(int length) {
        return random.ints(length, 0, LETTERS.length())
                .collect(StringBuilder::new, (text, at) -> text.append(LETTERS.charAt(at)), StringBuilder::append)
                .toString();
    }

    private <E> E one(E[] all) {
        return all[random.nextInt(all.length)];
    }
}
