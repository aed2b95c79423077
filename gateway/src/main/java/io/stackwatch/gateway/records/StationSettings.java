package io.stackwatch.gateway.records;

import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.core.registry.Effective;
import java.util.Optional;

/**
 * How a station speaks in one version of its registration.
 *
 * @param profile without keys: they are kept elsewhere and have dates of their own
 * @param effective when this version holds
 * @param cipher how its content is encrypted; empty for a station that speaks in clear
 */
public record StationSettings(StationProfile profile, Effective effective, Optional<CipherTerms> cipher) {

    /** A station that speaks in clear. */
    public StationSettings(StationProfile profile, Effective effective) {
        this(profile, effective, Optional.empty());
    }
}
