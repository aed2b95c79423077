package io.stackwatch.simulator.plant;

/**
 * Smooth noise between -1 and 1 as a pure function of seed, channel and second: the same question gets the same answer,
 * in any order.
 *
 * <p>Hashed lattice points with smooth transitions, three octaves. Immutable and safe for use by several threads.
 */
public final class Noise {

    private static final long FAST = 240;
    private static final long MEDIUM = 2_820;
    private static final long SLOW = 21_500;

    private final long seed;

    /** @param seed another one gives other noise */
    public Noise(long seed) {
        this.seed = seed;
    }

    /**
     * Changes within minutes.
     *
     * @param channel noises of different channels have nothing to do with each other; below 100
     */
    public double fast(int channel, double second) {
        return octave(channel, second, FAST);
    }

    /** Changes within hours, with some restlessness on top; channels as there. */
    public double drift(int channel, double second) {
        return 0.6 * octave(channel + 100, second, SLOW)
                + 0.3 * octave(channel + 200, second, MEDIUM)
                + 0.1 * octave(channel + 300, second, FAST);
    }

    private double octave(int channel, double second, long period) {
        double position = second / period;
        long cell = (long) Math.floor(position);
        double within = position - cell;
        double weight = within * within * (3 - 2 * within);
        return lattice(channel, cell) * (1 - weight) + lattice(channel, cell + 1) * weight;
    }

    /** SplitMix64's finaliser over seed, channel and cell. */
    private double lattice(int channel, long cell) {
        long z = seed + channel * 0x9E3779B97F4A7C15L + cell * 0xD1B54A32D192ED03L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        z = z ^ (z >>> 31);
        return (z >> 11) / (double) (1L << 52);
    }
}
