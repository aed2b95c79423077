package io.stackwatch.connectors.opcua.batch;

import java.time.Instant;

/** Instants as OPC UA counts them: steps of 100 ns since 1601-01-01 (Part 6, 5.2.2.5). */
final class Ticks {

    private static final long PER_SECOND = 10_000_000L;
    private static final long NANOS = 100L;
    /** Seconds between 1601 and 1970. */
    private static final long TO_1970 = 11_644_473_600L;

    private Ticks() {}

    /** The ticks of an instant; what is finer is cut. Throws {@link ArithmeticException} outside of the range. */
    static long of(Instant instant) {
        return Math.addExact(
                Math.multiplyExact(Math.addExact(instant.getEpochSecond(), TO_1970), PER_SECOND),
                instant.getNano() / NANOS);
    }

    static Instant instant(long ticks) {
        return Instant.ofEpochSecond(
                Math.floorDiv(ticks, PER_SECOND) - TO_1970, Math.floorMod(ticks, PER_SECOND) * NANOS);
    }

    /** The instant in the resolution that is kept. */
    static Instant cut(Instant instant) {
        return instant(of(instant));
    }
}
