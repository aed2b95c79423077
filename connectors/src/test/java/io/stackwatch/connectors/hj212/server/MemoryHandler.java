package io.stackwatch.connectors.hj212.server;

import io.stackwatch.connectors.arrival.Outcome;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Keeps arrivals in memory and calls them durable at once. */
public final class MemoryHandler implements ArrivalHandler {

    private static final long PATIENCE_SECONDS = 10;

    private final BlockingQueue<Hj212Arrival> arrivals = new LinkedBlockingQueue<>();

    @Override
    public void arrived(Hj212Arrival arrival, Outcome outcome) {
        arrivals.add(arrival);
        outcome.durable();
    }

    /** The next arrival; fails if none comes. */
    public Hj212Arrival next(String why) throws InterruptedException {
        Hj212Arrival arrival = arrivals.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (arrival == null) {
            throw new AssertionError("nothing arrived within " + PATIENCE_SECONDS + " s: " + why);
        }
        return arrival;
    }

    /** How many are waiting to be looked at. */
    public int waiting() {
        return arrivals.size();
    }
}
