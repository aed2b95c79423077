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
 * @param predecessor the code under which the same place was known before; empty if it followed no other
 */
public record Region(
        RegionCode code,
        String chineseName,
        String englishName,
        Optional<RegionCode> parent,
        Effective effective,
        Verification mark,
        Optional<RegionCode> predecessor) {

    public Region {
        if (chineseName.isBlank()) {
            throw new IllegalArgumentException("region " + code + " has no name");
        }
        if (predecessor.isPresent() && predecessor.get().equals(code)) {
            throw new IllegalArgumentException("region " + code + " cannot follow itself");
        }
    }

    /** A division that followed no other. */
    public Region(
            RegionCode code,
            String chineseName,
            String englishName,
            Optional<RegionCode> parent,
            Effective effective,
            Verification mark) {
        this(code, chineseName, englishName, parent, effective, mark, Optional.empty());
    }
}
