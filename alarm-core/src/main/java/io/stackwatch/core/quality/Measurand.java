package io.stackwatch.core.quality;

/** What a check is about, as the tables of HJ 75-2017 part 11 group it. Names are stored and never change. */
public enum Measurand {
    /** Particulate matter (颗粒物). */
    PARTICULATE,
    /** Gaseous pollutants and oxygen (气态污染物). */
    GAS,
    /** Velocity and flow (流速, 流量). */
    FLOW,
    /** Humidity (湿度). */
    HUMIDITY,
    /** Temperature (温度). */
    TEMPERATURE
}
