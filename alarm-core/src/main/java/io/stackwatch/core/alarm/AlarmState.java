package io.stackwatch.core.alarm;

/**
 * Whether a person has seen an alarm, whether its cause still holds, and whether it asks for attention: the product of the
 * three. Names are stored and never change. In the words of ISA-18.2: OPEN_ACTIVE is unacknowledged, ACKNOWLEDGED_ACTIVE
 * acknowledged, OPEN_CLEARED returned to normal unacknowledged, ACKNOWLEDGED_CLEARED normal.
 */
public enum AlarmState {
    OPEN_ACTIVE(false, false, Attention.ASKED),
    ACKNOWLEDGED_ACTIVE(true, false, Attention.ASKED),
    OPEN_CLEARED(false, true, Attention.ASKED),
    ACKNOWLEDGED_CLEARED(true, true, Attention.ASKED),
    OPEN_ACTIVE_SHELVED(false, false, Attention.SHELVED),
    ACKNOWLEDGED_ACTIVE_SHELVED(true, false, Attention.SHELVED),
    OPEN_CLEARED_SHELVED(false, true, Attention.SHELVED),
    ACKNOWLEDGED_CLEARED_SHELVED(true, true, Attention.SHELVED),
    OPEN_ACTIVE_SUPPRESSED(false, false, Attention.SUPPRESSED),
    ACKNOWLEDGED_ACTIVE_SUPPRESSED(true, false, Attention.SUPPRESSED),
    OPEN_CLEARED_SUPPRESSED(false, true, Attention.SUPPRESSED),
    ACKNOWLEDGED_CLEARED_SUPPRESSED(true, true, Attention.SUPPRESSED),
    OPEN_ACTIVE_OUT_OF_SERVICE(false, false, Attention.OUT_OF_SERVICE),
    ACKNOWLEDGED_ACTIVE_OUT_OF_SERVICE(true, false, Attention.OUT_OF_SERVICE),
    OPEN_CLEARED_OUT_OF_SERVICE(false, true, Attention.OUT_OF_SERVICE),
    ACKNOWLEDGED_CLEARED_OUT_OF_SERVICE(true, true, Attention.OUT_OF_SERVICE);

    private final boolean acknowledged;
    private final boolean cleared;
    private final Attention attention;

    AlarmState(boolean acknowledged, boolean cleared, Attention attention) {
        this.acknowledged = acknowledged;
        this.cleared = cleared;
        this.attention = attention;
    }

    /** Whether a named person has acknowledged it. */
    public boolean acknowledged() {
        return acknowledged;
    }

    /** Whether its cause has ended. */
    public boolean cleared() {
        return cleared;
    }

    /** Whether it asks for attention. */
    public Attention attention() {
        return attention;
    }

    /** The state of these three. */
    static AlarmState of(boolean acknowledged, boolean cleared, Attention attention) {
        return valueOf(
                (acknowledged ? "ACKNOWLEDGED" : "OPEN") + (cleared ? "_CLEARED" : "_ACTIVE") + attention.suffix());
    }

    AlarmState with(Attention other) {
        return of(acknowledged, cleared, other);
    }
}
