package io.stackwatch.connectors.hj212.session;

import io.stackwatch.core.registry.Mn;
import java.util.Optional;

/**
 * The stations that are allowed to speak, as the registry knows them at this moment.
 *
 * <p>Safe for use by several threads; must answer at once, from memory.
 */
@FunctionalInterface
public interface StationBook {

    /** The profile of a registered station; empty for a station that nobody has registered. */
    Optional<StationProfile> profile(Mn mn);
}
