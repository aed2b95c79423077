package io.stackwatch.connectors.opcua.mapping;

import io.stackwatch.core.measurement.FactorCode;

/**
 * What shows that a boiler works, as numbers: load, fuel feed, fan current, feed-water flow, steam flow. They belong to system
 * code 45 (关键生产工况, HJ 212-2025).
 *
 * <p>The official codes of such numbers were not seen [?]; ours begin with {@value #PREFIX} so that they cannot be taken for
 * one of the standard, and stand in {@code factor-codes.csv} with their Chinese names, marked as our own.
 */
public final class OperatingEvidence {

    /** How every code of ours begins. */
    public static final String PREFIX = "x45";

    /** 锅炉负荷, t/h of steam. */
    public static final FactorCode LOAD = new FactorCode("x45001");

    /** 给煤量, t/h. */
    public static final FactorCode FUEL_FEED = new FactorCode("x45002");

    /** 引风机电流, A. */
    public static final FactorCode FAN_CURRENT = new FactorCode("x45003");

    /** 给水流量, t/h. */
    public static final FactorCode FEED_WATER_FLOW = new FactorCode("x45004");

    /** 蒸汽流量, t/h. */
    public static final FactorCode STEAM_FLOW = new FactorCode("x45005");

    private OperatingEvidence() {}

    /** Whether a code is one of ours. */
    public static boolean is(FactorCode code) {
        return code.value().startsWith(PREFIX);
    }
}
