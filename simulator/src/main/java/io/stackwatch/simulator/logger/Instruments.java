package io.stackwatch.simulator.logger;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * States and parameters of the analysers and of the logger, by their information codes (HJ 212-2017 B.10), and what else
 * the host may set in them.
 *
 * <p>What was never set has a typical figure, made up. Immutable.
 *
 * @param set what was set, by subject and code
 */
public record Instruments(Map<String, String> set) {

    /** Start of the sampling cycle (3016, 3017). */
    static final String CYCLE_START = "CstartTime";
    /** Length of the sampling cycle in hours (3016, 3017). */
    static final String CYCLE_HOURS = "CTime";
    /** Minutes from sample to result (3018). */
    static final String RESULT_DELAY = "Stime";

    private static final int BOUND = 1_000;
    private static final String CLOCK = "clock";
    private static final Map<String, String> TYPICAL = Map.ofEntries(
            Map.entry("i12001", "0"),
            Map.entry("i12002", "0"),
            Map.entry("i12003", "0"),
            Map.entry("i13001", "200"),
            Map.entry("i13002", "1"),
            Map.entry("i13003", "1"),
            Map.entry("i13004", "168.0"),
            Map.entry("i13005", "40"),
            Map.entry("i13007", "0.0"),
            Map.entry("i13008", "1.000"),
            Map.entry("i13009", "0.5"),
            Map.entry("i22001", "0"),
            Map.entry("i22002", "0"),
            Map.entry("i22003", "0"),
            Map.entry("i22101", "0"),
            Map.entry("i23001", "101.325"),
            Map.entry("i32001", "0"),
            Map.entry("i33001", "165"),
            Map.entry("i33002", "4.0"),
            Map.entry("i33101", "24"),
            Map.entry("i33102", "45"),
            Map.entry("i33103", "220"),
            Map.entry("-LowValue", "0.0"),
            Map.entry("-UpValue", "9999.9"),
            Map.entry("AlarmTarget", "0"),
            Map.entry("ReportTime", "0000"),
            Map.entry(CYCLE_START, "000000"),
            Map.entry(CYCLE_HOURS, "1"),
            Map.entry(RESULT_DELAY, "5"));

    public Instruments {
        set = Map.copyOf(set);
    }

    /** All as it came from the factory. */
    public static Instruments typical() {
        return new Instruments(Map.of());
    }

    /** The value of a code; empty if the device has no such thing. */
    Optional<String> value(String subject, String code) {
        String own = set.get(subject + "/" + code);
        return own != null ? Optional.of(own) : Optional.ofNullable(TYPICAL.get(code));
    }

    /** With another value; without room for more, unchanged. */
    Instruments with(String subject, String code, String value) {
        Map<String, String> more = new HashMap<>(set);
        more.put(subject + "/" + code, value);
        return more.size() > BOUND ? this : new Instruments(more);
    }

    /** How far an analyser's clock is ahead of the logger's. */
    Duration clockOffset(String subject) {
        return Duration.parse(set.getOrDefault(subject + "/" + CLOCK, "PT0S"));
    }

    Instruments withClockOffset(String subject, Duration offset) {
        return with(subject, CLOCK, offset.toString());
    }
}
