package io.stackwatch.gateway.intake;

/**
 * What the intake remembers and allows.
 *
 * @param recentFrames accepted frames in which a repeat is recognised; about 50 bytes of memory each
 * @param refusedBytes bytes that are kept of a thing that is no acceptable frame
 * @param refused how much of that a peer may leave
 * @param quarantined how many frames of unknown stations a peer may leave
 * @param peers peers whose allowance is remembered; the one that was quiet longest is forgotten first
 */
public record IntakeOptions(int recentFrames, int refusedBytes, Allowance refused, Allowance quarantined, int peers) {

    private static final IntakeOptions DEFAULTS =
            new IntakeOptions(1_000_000, 4096, new Allowance(20, 1), new Allowance(600, 20), 10_000);

    public IntakeOptions {
        positive("recentFrames", recentFrames);
        positive("refusedBytes", refusedBytes);
        positive("peers", peers);
    }

    /**
     * A bucket of tokens.
     *
     * @param burst how many at once
     * @param perSecond how many more every second
     */
    public record Allowance(int burst, int perSecond) {

        public Allowance {
            positive("burst", burst);
            positive("perSecond", perSecond);
        }
    }

    /** What a city's gateway starts with. */
    public static IntakeOptions defaults() {
        return DEFAULTS;
    }

    public IntakeOptions withRecentFrames(int frames) {
        return new IntakeOptions(frames, refusedBytes, refused, quarantined, peers);
    }

    public IntakeOptions withRefused(Allowance allowance) {
        return new IntakeOptions(recentFrames, refusedBytes, allowance, quarantined, peers);
    }

    public IntakeOptions withQuarantined(Allowance allowance) {
        return new IntakeOptions(recentFrames, refusedBytes, refused, allowance, peers);
    }

    private static void positive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be positive: " + value);
        }
    }
}
