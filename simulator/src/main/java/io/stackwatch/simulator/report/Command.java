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
    RESTART("2081");

    private final String code;

    Command(String code) {
        this.code = code;
    }

    /** The CN. */
    public String code() {
        return code;
    }
}
