package io.stackwatch.simulator.report;

/** Which edition of the standard a logger speaks, and what differs in what it writes. */
public enum Edition {
    /** HJ/T 212-2005: its own factor codes, no power-on message. */
    Y2005(0),
    /** HJ 212-2017. */
    Y2017(1),
    /** HJ 212-2025: {@code RF=1} on backlog. */
    Y2025(2);

    private final int version;

    Edition(int version) {
        this.version = version;
    }

    /** The version bits of the Flag. */
    public int version() {
        return version;
    }

    /** The Flag value: version bits, packet bit, answer bit. */
    public int flag(boolean split, boolean answerWanted) {
        return version << 2 | (split ? 2 : 0) | (answerWanted ? 1 : 0);
    }

    /** How this edition calls a factor. */
    public String codeOf(Factor factor) {
        return this == Y2005 ? factor.code2005() : factor.code();
    }
}
