package io.stackwatch.connectors.arrival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every connector promises to whoever keeps what arrives. Numbers come from the field, and are told apart. */
public abstract class ConnectorContract {

    private static final int MANY = 8;
    private static final long PATIENCE_MILLIS = 30_000;

    /** A connector and the other end of it. */
    protected interface Field {

        Connector connector();

        /** Sends a number once more or for the first time, as the field does when nobody has acknowledged it. */
        void send(int number) throws Exception;

        /** The numbers in an arrival, in their order; none in one that is about something else. */
        List<Integer> numbers(Arrived arrival);

        /** How many arrivals may be without an outcome at once. */
        int bound();

        /** Whether the field itself sends again what it has no acknowledgement for, or the connector offers it again. */
        boolean sendsAgain();

        void close() throws Exception;
    }

    /** A field whose connector is not started. */
    protected abstract Field open() throws Exception;

    private record Held(List<Integer> numbers, Outcome outcome) {}

    private final List<Held> held = new ArrayList<>();
    private Field field;
    private boolean throwing;

    @BeforeEach
    void start() throws Exception {
        field = open();
        field.connector().start(this::keep).toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    @AfterEach
    void stop() throws Exception {
        field.connector().stop().toCompletableFuture().get(30, TimeUnit.SECONDS);
        field.close();
    }

    private void keep(Arrived arrival, Outcome outcome) {
        List<Integer> numbers = field.numbers(arrival);
        if (numbers.isEmpty()) {
            outcome.durable();
            return;
        }
        synchronized (held) {
            held.add(new Held(numbers, outcome));
            held.notifyAll();
            if (throwing) {
                throwing = false;
                throw new IllegalStateException("planted");
            }
        }
    }

    private Held await(int place) throws InterruptedException {
        synchronized (held) {
            long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
            while (held.size() <= place) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    throw new AssertionError("only " + held.size() + " arrivals: " + held);
                }
                held.wait(left);
            }
            return held.get(place);
        }
    }

    private int arrivals() {
        synchronized (held) {
            return held.size();
        }
    }

    private void again(int number) throws Exception {
        if (!field.sendsAgain()) {
            field.send(number);
        }
    }

    @Test
    void anArrivalIsHandedOverOnce() throws Exception {
        field.send(1);
        assertEquals(List.of(1), await(0).numbers());
        await(0).outcome().durable();
        await(0).outcome().durable();
        field.send(2);
        assertEquals(List.of(2), await(1).numbers(), "1 did not come again in front of it");
        await(1).outcome().durable();
    }

    @Test
    void whatIsRefusedComesAgain() throws Exception {
        field.send(1);
        await(0).outcome().refused(Outcome.Refusal.UNAVAILABLE);
        again(1);
        assertEquals(List.of(1), await(1).numbers());
        await(1).outcome().refused(Outcome.Refusal.OVERLOADED);
        again(1);
        assertEquals(List.of(1), await(2).numbers());
        await(2).outcome().durable();
    }

    @Test
    void whatIsNotWantedStandsInNobodysWay() throws Exception {
        field.send(1);
        await(0).outcome().refused(Outcome.Refusal.NOT_WANTED);
        field.send(2);
        assertEquals(List.of(2), await(1).numbers());
        await(1).outcome().durable();
    }

    @Test
    void aKeeperThatThrowsHasRefusedAndHarmsNobody() throws Exception {
        throwing = true;
        field.send(1);
        await(0);
        again(1);
        assertEquals(List.of(1), await(1).numbers());
        await(1).outcome().durable();
        field.send(2);
        assertEquals(List.of(2), await(2).numbers());
        await(2).outcome().durable();
    }

    @Test
    void arrivalsWithoutAnOutcomeAreBoundedAndNothingIsLost() throws Exception {
        List<Integer> seen = new ArrayList<>();
        for (int number = 1; number <= MANY; number++) {
            field.send(number);
        }
        for (int place = 0; seen.size() < MANY; place++) {
            Held next = await(place);
            assertTrue(arrivals() - place <= field.bound(), "more than " + field.bound() + " without an outcome");
            seen.addAll(next.numbers());
            next.outcome().durable();
        }
        assertEquals(IntStream.rangeClosed(1, MANY).boxed().toList(), seen);
    }

    @Test
    void afterAStopNothingIsHandedOver() throws Exception {
        field.send(1);
        Held first = await(0);
        field.connector().stop().toCompletableFuture().get(30, TimeUnit.SECONDS);
        first.outcome().refused(Outcome.Refusal.UNAVAILABLE);
        field.connector().stop().toCompletableFuture().get(30, TimeUnit.SECONDS);
        assertEquals(1, arrivals());
    }
}
