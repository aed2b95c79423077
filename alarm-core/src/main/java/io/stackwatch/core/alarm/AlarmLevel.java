package io.stackwatch.core.alarm;

/** How grave an alarm is, from the least; it never falls while the alarm lives. */
public enum AlarmLevel {
    BLUE,
    YELLOW,
    ORANGE,
    RED;

    /** The graver of both. */
    public AlarmLevel or(AlarmLevel other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
