package io.stackwatch.core.alarm;

/** Kind of an alarm, a code of the {@link AlarmCatalogue}; an open set. */
public record AlarmType(String code) implements Comparable<AlarmType> {

    /** Hourly exceedance (小时超标). */
    public static final AlarmType HOUR_EXCEEDANCE = new AlarmType("EX_H");

    /** Hourly data missing (缺失). */
    public static final AlarmType DATA_MISSING = new AlarmType("DATA_MISS");

    /** An hour made from the instruments' own values is not the hour that the logger reports (自算小时值不符). */
    public static final AlarmType MADE_DEVIATES = new AlarmType("MADE_DEV");

    /** The logger's conversion to reference oxygen is not ours (折算值不符). */
    public static final AlarmType CONVERSION_DEVIATES = new AlarmType("ZS_DEV");

    /** The effective transmission rate of an outlet, an enterprise or a county in a month is too low (传输有效率). */
    public static final AlarmType RATE_LOW = new AlarmType("RATE_LOW");

    /** What was let out has come near to or up to the permitted total (总量). */
    public static final AlarmType TOTAL = new AlarmType("EX_TOTAL");

    /** Data of an outlet that is marked as stopped say that it is running (停产仍排放). */
    public static final AlarmType STOP_WITH_EMISSION = new AlarmType("STOP_WITH_EMISSION");

    /** A mark that was filed when the marking window had closed waits for an officer (标记逾期). */
    public static final AlarmType MARK_LATE = new AlarmType("MARK_LATE");

    /** Marks that count say that a working condition lasts longer than allowed (标记滥用). */
    public static final AlarmType MARK_ABUSE = new AlarmType("MARK_ABUSE");

    /** Nothing is heard of a station (离线). */
    public static final AlarmType OFFLINE = new AlarmType("OFFLINE");

    /** Minutes near the limit or above it; a warning to the plant (实时预警). */
    public static final AlarmType MINUTES_NEAR_LIMIT = new AlarmType("EX_PRE_RT");

    /** The running hour is about to exceed; a warning to the plant (小时预测超标). */
    public static final AlarmType HOUR_HEADING_OVER = new AlarmType("EX_PRE_H");

    /** The mean of a day is above its limit (日均超标). */
    public static final AlarmType DAY_EXCEEDANCE = new AlarmType("EX_D");

    /** Several hours of a week exceed (周累计). */
    public static final AlarmType WEEK_EXCEEDANCES = new AlarmType("EX_WEEK3");

    /** An hour is above the target of a policy, for information (超低限值超标). */
    public static final AlarmType POLICY_TARGET = new AlarmType("ULTRA_LOW");

    /** A logger's clock is off (时钟). */
    public static final AlarmType CLOCK = new AlarmType("CLOCK");

    /** Settings of a station were changed (参数变更). */
    public static final AlarmType SETTINGS_CHANGED = new AlarmType("PARAM_CHANGE");

    /** Equipment is not repaired in time (逾期未修). */
    public static final AlarmType REPAIR_OVERDUE = new AlarmType("REPAIR_5D");

    /** Data are marked as not normal for long (长期非N标记). */
    public static final AlarmType FLAGGED_LONG = new AlarmType("FLAG_LONG");

    /** Figures look as if they were not measured (数据存疑). */
    public static final AlarmType SUSPECT = new AlarmType("SUSPECT");

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
