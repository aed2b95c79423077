package io.stackwatch.simulator.deceit;

/** Honest months that look odd. */
public enum Oddity {
    /** Nothing odd. */
    NONE,
    /** A burner that is steadier than others. */
    STEADY_BURNER,
    /** A logger that reports whole numbers. */
    WHOLE_NUMBERS,
    /** The plant stops and starts; while it stands, nothing is marked. */
    STOPS_UNMARKED,
    /** The plant stops and starts; while it stands, the logger marks F. */
    STOPS_MARKED,
    /** Every day an hour is marked for calibration. */
    CALIBRATES_DAILY,
    /** Figures lie near the wish by nature, now and then above it. */
    NEAR_THE_WISH,
    /** Better fuel from one day on, and the instrument was calibrated in that week, as every week. */
    BETTER_FUEL,
    /** Hours are missing. */
    GAPS,
    /** Peaks above the range, marked T. */
    ABOVE_THE_RANGE,
    /** Frames are held up by the network. */
    SLOW_NETWORK,
    /** Next to nothing comes out. */
    VERY_CLEAN,
    /** Less excess air for some days. */
    LESS_AIR
}
