package io.stackwatch.simulator.boiler;

/** What the fire does; the code is what the node {@code FireState} shows. */
public enum FireState {
    /** Out and cold. */
    COLD(0),
    /** Being lit (启炉), or raised after banking. */
    START_UP(1),
    /** Follows the demand. */
    RUNNING(2),
    /** Held low (压火, 闷炉). */
    BANKED(3),
    /** Running down to be out (停炉). */
    SHUT_DOWN(4);

    private final int code;

    FireState(int code) {
        this.code = code;
    }

    /** The figure that stands for it. */
    public int code() {
        return code;
    }
}
