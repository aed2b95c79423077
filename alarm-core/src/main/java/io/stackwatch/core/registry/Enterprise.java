package io.stackwatch.core.registry;

/**
 * Enterprise (企业) in one version of its registration.
 *
 * @param id identity over all versions
 * @param name name as registered
 * @param region division it lies in
 * @param effective when this version holds
 */
public record Enterprise(EnterpriseId id, String name, RegionCode region, Effective effective) {

    public Enterprise {
        if (name.isBlank()) {
            throw new IllegalArgumentException("enterprise " + id + " has no name");
        }
    }
}
