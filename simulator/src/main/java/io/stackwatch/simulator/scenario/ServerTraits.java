package io.stackwatch.simulator.scenario;

import java.time.Duration;
import java.util.Map;

/**
 * How a boiler server behaves.
 *
 * @param interval between two samples, in the boilers' time
 * @param history how far back it can be asked, in the boilers' time; zero for a server without history
 * @param transfer whether a subscription can be taken over by another session
 * @param anonymous whether it serves those who do not say who they are
 * @param anyClient whether it trusts every certificate of a client; otherwise those in its folder
 * @param users names and passwords
 */
public record ServerTraits(
        Duration interval,
        Duration history,
        boolean transfer,
        boolean anonymous,
        boolean anyClient,
        Map<String, String> users) {

    /** The longest history. */
    public static final Duration LONGEST_HISTORY = Duration.ofDays(7);

    public ServerTraits {
        if (interval.toMillis() < 1_000 || interval.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("the interval must be 1s to 1h: " + interval);
        }
        if (history.isNegative() || history.compareTo(LONGEST_HISTORY) > 0) {
            throw new IllegalArgumentException("the history must be 0 to 7 days: " + history);
        }
        users = Map.copyOf(users);
    }

    /** A sample every five seconds, a day of history, transfer, anonymous clients, certificates from the folder. */
    public static ServerTraits defaults() {
        return new ServerTraits(Duration.ofSeconds(5), Duration.ofHours(24), true, true, false, Map.of());
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return "interval=" + interval + " history=" + history + " transfer=" + transfer + " anonymous=" + anonymous
                + " anyClient=" + anyClient + " users=" + users.keySet();
    }
}
