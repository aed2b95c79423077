package io.stackwatch.gateway.records;

import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.core.registry.Effective;

/** How a station speaks in one version of its registration. */
public record StationSettings(StationProfile profile, Effective effective) {}
