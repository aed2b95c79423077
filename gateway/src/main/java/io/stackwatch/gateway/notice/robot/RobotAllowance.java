package io.stackwatch.gateway.notice.robot;

import io.stackwatch.gateway.notice.Allowance;
import java.time.Duration;

/** How many messages a robot takes where nothing else is configured. */
public final class RobotAllowance {

    private RobotAllowance() {}

    /**
     * Twenty a minute, which both robots document; a second more than a minute, because they count what arrives;
     * four for what is red.
     */
    public static Allowance usual() {
        return new Allowance(20, Duration.ofSeconds(61), 4);
    }
}
