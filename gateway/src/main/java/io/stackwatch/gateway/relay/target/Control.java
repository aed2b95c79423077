package io.stackwatch.gateway.relay.target;

import io.stackwatch.core.registry.Mn;
import java.util.Set;

/**
 * Which stations a platform may command (反控). A station has at most one platform that may; a station that is named
 * belongs to whoever names it, the others to the platform that controls all.
 *
 * @param all every station that nobody names
 * @param stations stations by name
 */
public record Control(boolean all, Set<Mn> stations) {

    private static final Control NONE = new Control(false, Set.of());

    public Control {
        stations = Set.copyOf(stations);
    }

    /** None. */
    public static Control none() {
        return NONE;
    }
}
