package io.stackwatch.simulator.report;

/** What is uploaded. */
public enum Command {
    /** 2011, values of an instant (实时数据). */
    REALTIME("2011"),
    /** 2051, minute data (分钟数据). */
    MINUTE("2051"),
    /** 2061, hour data (小时数据). */
    HOUR("2061"),
    /** 2031, day data (日历史数据). */
    DAY("2031"),
    /** 2081, time of power-on (数采仪开机时间). */
    RESTART("2081"),
    /** 2021, whether each treatment facility runs (设备运行状态). */
    FACILITY_STATE("2021"),
    /** 2041, how long each ran on a day (设备运行时间日历史数据). */
    FACILITY_TIME("2041"),
    /** 2062, automatic checks with a standard sample (自动标样核查数据); 2025 only. */
    STANDARD_CHECK("2062"),
    /** 2013, raw data of a measuring cycle (原始监测数据); 2025 only. */
    CYCLE("2013"),
    /** 2011 of system 44, power monitoring (用电监控); 2025 only. */
    POWER("2011", "44"),
    /** 2011 of system 45, key production conditions (关键生产工况); 2025 only. */
    CONDITIONS("2011", "45");

    /** The system code of flue gas. */
    public static final String FLUE_GAS = "31";

    private final String code;
    private final String systemCode;

    Command(String code) {
        this(code, FLUE_GAS);
    }

    Command(String code, String systemCode) {
        this.code = code;
        this.systemCode = systemCode;
    }

    /** The CN. */
    public String code() {
        return code;
    }

    /** The ST. */
    public String systemCode() {
        return systemCode;
    }

    /** Whether it speaks of a moment and not of a span. */
    public boolean isOfAMoment() {
        return switch (this) {
            case REALTIME, FACILITY_STATE, POWER, CONDITIONS -> true;
            case MINUTE, HOUR, DAY, RESTART, FACILITY_TIME, STANDARD_CHECK, CYCLE -> false;
        };
    }
}
