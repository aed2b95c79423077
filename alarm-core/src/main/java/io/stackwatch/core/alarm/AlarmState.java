package io.stackwatch.core.alarm;

/** Whether a person has seen an alarm, and whether its cause still holds. */
public enum AlarmState {
    OPEN_ACTIVE(false, false),
    ACKNOWLEDGED_ACTIVE(true, false),
    OPEN_CLEARED(false, true),
    ACKNOWLEDGED_CLEARED(true, true);

    private final boolean acknowledged;
    private final boolean cleared;

    AlarmState(boolean acknowledged, boolean cleared) {
        this.acknowledged = acknowledged;
        this.cleared = cleared;
    }

    /** Whether a named person has acknowledged it. */
    public boolean acknowledged() {
        return acknowledged;
    }

    /** Whether its cause has ended. */
    public boolean cleared() {
        return cleared;
    }
}
