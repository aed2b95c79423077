package io.stackwatch.connectors.opcua.batch;

import io.stackwatch.core.registry.Mn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is journaled of an OPC UA source (ADR 0025). Immutable.
 *
 * <p>The times of the server are its own clock's, the others ours. The arrival at our side stands in the journal record. A source has
 * one subscription at a time, so the newest {@link Live} or {@link Alive} of a source tells how long it was alive.
 */
public sealed interface Batch {

    /** The most values of one batch. */
    int MAX_VALUES = 1000;

    /** Whose it is: the id of the source, which is the station of the record. */
    Mn source();

    /** The number that the server gave to the subscription, 0 to 2^32-1; 0 where there is none. */
    long subscription();

    /** The values, if it has any. */
    default List<NodeValue> values() {
        return List.of();
    }

    /** The reaction to whichever of the six it is. */
    <T> T match(
            Function<? super Live, ? extends T> live,
            Function<? super Alive, ? extends T> alive,
            Function<? super Lost, ? extends T> lost,
            Function<? super Resumed, ? extends T> resumed,
            Function<? super History, ? extends T> history,
            Function<? super Filled, ? extends T> filled);

    /**
     * Values of a publish, in the order in which they came.
     *
     * @param publishedAt when the server made the message
     */
    record Live(Mn source, long subscription, Instant publishedAt, List<NodeValue> values) implements Batch {
        public Live {
            Bounds.subscription(subscription);
            publishedAt = Ticks.cut(publishedAt);
            values = Bounds.values(values);
        }

        @Override
        public <T> T match(
                Function<? super Live, ? extends T> live,
                Function<? super Alive, ? extends T> alive,
                Function<? super Lost, ? extends T> lost,
                Function<? super Resumed, ? extends T> resumed,
                Function<? super History, ? extends T> history,
                Function<? super Filled, ? extends T> filled) {
            return live.apply(this);
        }
    }

    /**
     * A keep-alive: nothing has changed since the last message of this subscription.
     *
     * @param publishedAt when the server made the message
     */
    record Alive(Mn source, long subscription, Instant publishedAt) implements Batch {
        public Alive {
            Bounds.subscription(subscription);
            publishedAt = Ticks.cut(publishedAt);
        }

        @Override
        public <T> T match(
                Function<? super Live, ? extends T> live,
                Function<? super Alive, ? extends T> alive,
                Function<? super Lost, ? extends T> lost,
                Function<? super Resumed, ? extends T> resumed,
                Function<? super History, ? extends T> history,
                Function<? super Filled, ? extends T> filled) {
            return alive.apply(this);
        }
    }

    /**
     * The source cannot be reached or gives nothing any more.
     *
     * @param at when we found out
     * @param reason one word of a closed list, such as {@code CONNECTION_LOST}; at most 64 characters
     */
    record Lost(Mn source, long subscription, Instant at, String reason) implements Batch {
        public Lost {
            Bounds.subscription(subscription);
            Bounds.reason(reason);
            at = Ticks.cut(at);
        }

        @Override
        public <T> T match(
                Function<? super Live, ? extends T> live,
                Function<? super Alive, ? extends T> alive,
                Function<? super Lost, ? extends T> lost,
                Function<? super Resumed, ? extends T> resumed,
                Function<? super History, ? extends T> history,
                Function<? super Filled, ? extends T> filled) {
            return lost.apply(this);
        }
    }

    /**
     * The source gives values again, or for the first time.
     *
     * @param at when that was
     * @param how how it came about
     * @param heardUntil by the server's clock, up to when everything was accounted for: the last message that we had before, or the end of the
     *     last cut that was filled; empty if we never had any
     */
    record Resumed(Mn source, long subscription, Instant at, How how, Optional<Instant> heardUntil) implements Batch {
        public Resumed {
            Bounds.subscription(subscription);
            at = Ticks.cut(at);
            heardUntil = heardUntil.map(Ticks::cut);
        }

        @Override
        public <T> T match(
                Function<? super Live, ? extends T> live,
                Function<? super Alive, ? extends T> alive,
                Function<? super Lost, ? extends T> lost,
                Function<? super Resumed, ? extends T> resumed,
                Function<? super History, ? extends T> history,
                Function<? super Filled, ? extends T> filled) {
            return resumed.apply(this);
        }
    }

    /**
     * Values read back from the server's history.
     *
     * @param readAt when we read them
     */
    record History(Mn source, long subscription, Instant readAt, List<NodeValue> values) implements Batch {
        public History {
            Bounds.subscription(subscription);
            readAt = Ticks.cut(readAt);
            values = Bounds.values(values);
        }

        @Override
        public <T> T match(
                Function<? super Live, ? extends T> live,
                Function<? super Alive, ? extends T> alive,
                Function<? super Lost, ? extends T> lost,
                Function<? super Resumed, ? extends T> resumed,
                Function<? super History, ? extends T> history,
                Function<? super Filled, ? extends T> filled) {
            return history.apply(this);
        }
    }

    /**
     * Nothing more will be read back for a cut.
     *
     * @param from begin of the cut by the server's clock
     * @param to its end
     * @param outcome what became of it
     * @param count how many values were handed over as {@link History} since the cut ended, also by a reading that broke off
     * @param unread nodes that were not read to its end; none where all were, and in batches that were written before it was noted
     */
    record Filled(Mn source, long subscription, Instant from, Instant to, Outcome outcome, long count, Unread unread)
            implements Batch {
        public Filled {
            Bounds.subscription(subscription);
            Bounds.count(count);
            if (outcome == Outcome.COMPLETE && !unread.isNone()) {
                throw new IllegalArgumentException("COMPLETE with " + unread.number() + " unread nodes");
            }
            from = Ticks.cut(from);
            to = Ticks.cut(to);
        }

        /** Without a word about nodes that were not read. */
        public Filled(Mn source, long subscription, Instant from, Instant to, Outcome outcome, long count) {
            this(source, subscription, from, to, outcome, count, Unread.NONE);
        }

        @Override
        public <T> T match(
                Function<? super Live, ? extends T> live,
                Function<? super Alive, ? extends T> alive,
                Function<? super Lost, ? extends T> lost,
                Function<? super Resumed, ? extends T> resumed,
                Function<? super History, ? extends T> history,
                Function<? super Filled, ? extends T> filled) {
            return filled.apply(this);
        }
    }

    /** How a source came to give values again. */
    enum How {
        /** We had no subscription of it: after a start of ours. */
        STARTED(0),
        /** The server kept the subscription; what it still held was taken over. */
        TRANSFERRED(1),
        /** A new subscription was made; what came between is only in the history. */
        RECREATED(2);

        private final int number;

        How(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }
    }

    /** What became of reading back. */
    enum Outcome {
        /** Every node was read to the end of the cut. */
        COMPLETE(0),
        /** Some nodes were, some were not. */
        PARTLY(1),
        /** The server keeps no history of any node, or we are told not to read it. */
        NOT_OFFERED(2),
        /** The server has one and did not give it. */
        FAILED(3);

        private final int number;

        Outcome(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }
    }
}
