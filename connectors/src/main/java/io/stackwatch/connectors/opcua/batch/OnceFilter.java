package io.stackwatch.connectors.opcua.batch;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Leaves out values that were there before: same node, time, status without its info bits, and content. After a cut the same value comes up to
 * three times: as the first of a new subscription, from the server's memory and from its history.
 *
 * <p>Remembers the last {@link #REMEMBERED} values of each node, as 64 bits each; a value without any time is never left out.
 * Not safe for use by several threads.
 */
final class OnceFilter {

    /** Values of a node that are remembered. */
    static final int REMEMBERED = 64;

    private final Map<String, Ring> nodes = new HashMap<>();

    /** The values that were not there before, in their order; from now on they were. */
    List<NodeValue> fresh(List<NodeValue> values) {
        return values.stream().filter(this::isFresh).toList();
    }

    private boolean isFresh(NodeValue value) {
        Optional<Long> print = print(value);
        return print.isEmpty()
                || nodes.computeIfAbsent(value.node(), node -> new Ring()).add(print.get());
    }

    private static Optional<Long> print(NodeValue value) {
        return value.sourceTime().or(value::serverTime).map(time -> {
            long print = mix(Ticks.of(time));
            // the lower half of a StatusCode tells how a value was delivered, such as behind an overflow
            print = mix(print ^ (value.status() >>> 16));
            return mix(print ^ content(value.value()));
        });
    }

    private static long content(Value value) {
        return value.match(
                numeric -> mix(numeric.bits()) + numeric.type().id(),
                text -> mix(text.text().hashCode()) + text.text().length(),
                truth -> truth.yes() ? 3L : 5L,
                other -> mix(other.hashCode()),
                () -> 7L);
    }

    /** The finalizer of SplitMix64: every bit of the result depends on every bit of the number. */
    private static long mix(long number) {
        long mixed = number + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** The newest of a node; grows to its size and overwrites the oldest then. */
    private static final class Ring {

        private long[] prints = new long[2];
        private int size;
        private int next;

        boolean add(long print) {
            for (int i = 0; i < size; i++) {
                if (prints[i] == print) {
                    return false;
                }
            }
            if (size == prints.length && size < REMEMBERED) {
                prints = Arrays.copyOf(prints, 2 * size);
                next = size;
            }
            prints[next] = print;
            next = (next + 1) % prints.length;
            size = Math.min(size + 1, prints.length);
            return true;
        }
    }
}
