package io.stackwatch.connectors.opcua.client;

import io.stackwatch.connectors.arrival.Arrived;
import io.stackwatch.connectors.arrival.Keeper;
import io.stackwatch.connectors.arrival.Outcome;
import io.stackwatch.connectors.opcua.batch.Batch;
import io.stackwatch.connectors.opcua.batch.BatchCodec;
import io.stackwatch.connectors.opcua.batch.NodeValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Keeps batches in memory, as they are read back from their bytes, and calls them durable at once; or refuses for a while. */
public final class MemoryKeeper implements Keeper {

    private static final long PATIENCE_MILLIS = 30_000;

    private final List<Batch> batches = new ArrayList<>();
    private boolean refusing;
    private int refused;

    @Override
    public synchronized void arrived(Arrived arrival, Outcome outcome) {
        notifyAll();
        if (refusing) {
            refused++;
            outcome.refused(Outcome.Refusal.UNAVAILABLE);
            return;
        }
        batches.add(BatchCodec.decode(arrival.bytes()).batch().orElseThrow());
        outcome.durable();
    }

    synchronized void refuse(boolean now) {
        refusing = now;
    }

    synchronized int refused() {
        return refused;
    }

    /** What is kept so far. */
    synchronized List<Batch> batches() {
        return List.copyOf(batches);
    }

    /** The values of LIVE and HISTORY so far. */
    List<NodeValue> values() {
        return batches().stream().flatMap(batch -> batch.values().stream()).toList();
    }

    /** Waits until what is kept is so; fails with what there is if it does not become so. */
    synchronized List<Batch> await(String what, Predicate<List<Batch>> so) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (!so.test(batches)) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("not within " + PATIENCE_MILLIS + " ms: " + what + "; there is " + summary());
            }
            wait(left);
        }
        return List.copyOf(batches);
    }

    /** Waits for a batch of this kind behind so many others. */
    <B extends Batch> B await(Class<B> kind, int behind) throws InterruptedException {
        return await(kind.getSimpleName(), all -> all.stream().skip(behind).anyMatch(kind::isInstance)).stream()
                .skip(behind)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }

    synchronized void awaitRefusals(int count) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (refused < count) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("refused only " + refused);
            }
            wait(left);
        }
    }

    private List<String> summary() {
        return batches.stream()
                .map(batch -> batch.getClass().getSimpleName() + batch.values().size())
                .toList();
    }
}
