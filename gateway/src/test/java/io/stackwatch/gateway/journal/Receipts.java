package io.stackwatch.gateway.journal;

import static org.junit.jupiter.api.Assertions.fail;

import io.stackwatch.gateway.journal.Journal.Receipt;
import io.stackwatch.gateway.journal.Journal.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A receipt that a test can wait for; fails the test if it is called twice. */
public final class Receipts implements Receipt {

    private final CompletableFuture<Object> answer = new CompletableFuture<>();
    private final List<Long> order;
    private volatile boolean twice;

    private Receipts(List<Long> order) {
        this.order = order;
    }

    /** Appends and returns the receipt. */
    public static Receipts appendedTo(Journal journal, Arrival arrival) {
        return appendedTo(journal, arrival, new java.util.concurrent.CopyOnWriteArrayList<>());
    }

    /** Appends; the receipt adds its sequence to {@code order} on the journal's thread. */
    public static Receipts appendedTo(Journal journal, Arrival arrival, List<Long> order) {
        Receipts receipt = new Receipts(order);
        journal.append(arrival, receipt);
        return receipt;
    }

    /** The sequence under which it became durable. */
    public long durableWithin(Duration patience) {
        return answerWithin(patience) instanceof Long sequence ? sequence : fail("refused: " + answer.join());
    }

    /** Why it was refused. */
    public Refusal refusedWithin(Duration patience) {
        return answerWithin(patience) instanceof Refusal why ? why : fail("durable: " + answer.join());
    }

    /** Whether an answer came. */
    public boolean isAnswered() {
        return answer.isDone();
    }

    /** A Long or a Refusal. */
    public Object answerWithin(Duration patience) {
        try {
            Object result = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return twice ? fail("a receipt was called twice") : result;
        } catch (TimeoutException e) {
            return fail("no receipt within " + patience, e);
        } catch (InterruptedException | ExecutionException e) {
            return fail("waiting for a receipt", e);
        }
    }

    @Override
    public void durable(long sequence) {
        order.add(sequence);
        twice |= !answer.complete(sequence);
    }

    @Override
    public void refused(Refusal why) {
        twice |= !answer.complete(why);
    }
}
