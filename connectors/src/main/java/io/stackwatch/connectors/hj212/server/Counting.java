package io.stackwatch.connectors.hj212.server;

import io.stackwatch.connectors.arrival.Disposition;
import io.stackwatch.connectors.hj212.codec.Fault;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** The counters of one server, written by its event loops, read by anybody. */
final class Counting {

    final AtomicInteger open = new AtomicInteger();
    final LongAdder opened = new LongAdder();
    final LongAdder turnedAway = new LongAdder();
    final LongAdder closedByDeadline = new LongAdder();
    final LongAdder closedForJunk = new LongAdder();
    final LongAdder bytesIn = new LongAdder();
    final LongAdder bytesOut = new LongAdder();
    final LongAdder skippedBytes = new LongAdder();
    final LongAdder answers = new LongAdder();
    final LongAdder notices = new LongAdder();
    final LongAdder inFlight = new LongAdder();
    final LongAdder overloaded = new LongAdder();
    final LongAdder notKept = new LongAdder();
    final LongAdder pauses = new LongAdder();
    final LongAdder requests = new LongAdder();
    final LongAdder downCongested = new LongAdder();
    private final Map<Disposition, LongAdder> frames = new EnumMap<>(Disposition.class);
    private final Map<Fault, LongAdder> garbled = new EnumMap<>(Fault.class);

    Counting() {
        for (Disposition disposition : Disposition.values()) {
            frames.put(disposition, new LongAdder());
        }
        for (Fault fault : Fault.values()) {
            garbled.put(fault, new LongAdder());
        }
    }

    void frame(Disposition disposition) {
        adder(frames, disposition).increment();
    }

    void garbled(Fault fault, int bytes) {
        adder(garbled, fault).increment();
        skippedBytes.add(bytes);
    }

    ServerCounters snapshot() {
        long accepted = adder(frames, Disposition.ACCEPTED).sum();
        long quarantined = adder(frames, Disposition.QUARANTINED).sum();
        long refused = adder(frames, Disposition.REFUSED).sum();
        EnumMap<Fault, Long> faults = new EnumMap<>(Fault.class);
        garbled.forEach((fault, count) -> faults.put(fault, count.sum()));
        return new ServerCounters(
                opened.sum(),
                open.get(),
                turnedAway.sum(),
                closedByDeadline.sum(),
                closedForJunk.sum(),
                bytesIn.sum(),
                bytesOut.sum(),
                accepted + quarantined + refused,
                accepted,
                quarantined,
                refused,
                faults,
                skippedBytes.sum(),
                answers.sum(),
                notices.sum(),
                inFlight.sum(),
                overloaded.sum(),
                notKept.sum(),
                pauses.sum(),
                requests.sum(),
                downCongested.sum());
    }

    private static <K extends Enum<K>> LongAdder adder(Map<K, LongAdder> adders, K key) {
        LongAdder adder = adders.get(key);
        if (adder == null) {
            throw new IllegalStateException("no counter for " + key);
        }
        return adder;
    }
}
