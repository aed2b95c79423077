package io.stackwatch.core.registry;

import java.util.Optional;

/**
 * Administrative division (行政区划) in one version of its history.
 *
 * @param code GB/T 2260, or a local extension for a development zone
 * @param chineseName official name
 * @param englishName transliteration
 * @param parent the division above; empty for the city
 * @param effective when this code and name were in use (371523 茌平县 became 371503 茌平区)
 * @param mark how far this has been checked
 */
public record Region(
        RegionCode code,
        String chineseName,
        String englishName,
        Optional<RegionCode> parent,
        Effective effective,
        Verification mark) {

    public Region {
        if (chineseName.isBlank()) {
            throw new IllegalArgumentException("region " + code + " has no name");
        }
    }
}
