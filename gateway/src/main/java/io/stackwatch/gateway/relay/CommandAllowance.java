package io.stackwatch.gateway.relay;

/** So many commands in a second, no more. For one thread. */
final class CommandAllowance {

    private static final long SECOND_NANOS = 1_000_000_000L;

    private final int perSecond;
    private long secondFrom = Long.MIN_VALUE;
    private int taken;

    CommandAllowance(int perSecond) {
        this.perSecond = perSecond;
    }

    /** Whether one more may come at this time. */
    boolean takes(long nanos) {
        if (secondFrom == Long.MIN_VALUE || nanos - secondFrom >= SECOND_NANOS) {
            secondFrom = nanos;
            taken = 0;
        }
        taken++;
        return taken <= perSecond;
    }
}
