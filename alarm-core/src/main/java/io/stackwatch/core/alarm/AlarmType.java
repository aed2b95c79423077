package io.stackwatch.core.alarm;

/** Kind of an alarm, a code of the {@link AlarmCatalogue}; an open set. */
public record AlarmType(String code) implements Comparable<AlarmType> {

    /** Hourly exceedance (小时超标). */
    public static final AlarmType HOUR_EXCEEDANCE = new AlarmType("EX_H");

    /** Hourly data missing (缺失). */
    public static final AlarmType DATA_MISSING = new AlarmType("DATA_MISS");

    /** An hour made from the instruments' own values is not the hour that the logger reports (自算小时值不符). */
    public static final AlarmType MADE_DEVIATES = new AlarmType("MADE_DEV");

    /** The effective transmission rate of an outlet in a month is too low (传输有效率). */
    public static final AlarmType RATE_LOW = new AlarmType("RATE_LOW");

    public AlarmType {
        if (code.isBlank()) {
            throw new IllegalArgumentException("blank AlarmType");
        }
    }

    @Override
    public int compareTo(AlarmType other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
