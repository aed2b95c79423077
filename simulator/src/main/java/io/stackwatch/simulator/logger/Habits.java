package io.stackwatch.simulator.logger;

import java.time.Duration;

/**
 * How often a logger speaks, as the host may set it (命令 1000, 1062, 1064, 2011, 2012, 2021, 2022).
 *
 * @param realtime between two realtime uploads; zero for none
 * @param realtimeOn whether they are sent
 * @param minute length of the minute data's interval; zero for none
 * @param facilityOn whether states of treatment facilities are sent
 * @param power between two uploads of power figures; zero for a logger that has none
 * @param conditions between two uploads of production conditions; zero for a logger that has none
 */
public record Habits(
        Duration realtime,
        boolean realtimeOn,
        Duration minute,
        boolean facilityOn,
        Duration power,
        Duration conditions) {

    /** A logger that sends these, and of its facilities nothing. */
    public static Habits of(Duration realtime, Duration minute, Duration power, Duration conditions) {
        return new Habits(realtime, true, minute, false, power, conditions);
    }

    Habits withRealtime(Duration interval) {
        return new Habits(interval, realtimeOn, minute, facilityOn, power, conditions);
    }

    Habits withRealtimeOn(boolean on) {
        return new Habits(realtime, on, minute, facilityOn, power, conditions);
    }

    Habits withMinute(Duration interval) {
        return new Habits(realtime, realtimeOn, interval, facilityOn, power, conditions);
    }

    Habits withFacilityOn(boolean on) {
        return new Habits(realtime, realtimeOn, minute, on, power, conditions);
    }
}
