package io.stackwatch.gateway.notice.sms;

import io.stackwatch.gateway.notice.Allowance;
import java.time.Duration;

/** How many short messages leave where nothing else is configured. */
final class SmsAllowance {

    private SmsAllowance() {}

    /** Thirty a minute for the channel, ten of them for what is red; messages cost money and patience. */
    static Allowance usual() {
        return new Allowance(30, Duration.ofMinutes(1), 10);
    }
}
