package io.stackwatch.core.integrity;

import java.util.List;

/** The detectors that look at every hour of every factor; each by itself, in no order. */
public final class HourDetectors {

    /** All of them. */
    public static final List<HourDetector> IN_FORCE = List.of(
            new RepeatedMean(),
            new ZeroValue(),
            new NegativeHour(),
            new OutOfRange(),
            new OxygenBad(),
            new SuddenJump(),
            new FlaggedLong(),
            new FaultUnreported());

    private HourDetectors() {}
}
