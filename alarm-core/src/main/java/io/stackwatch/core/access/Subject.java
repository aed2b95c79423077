package io.stackwatch.core.access;

import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.RegionCode;
import java.util.Optional;

/**
 * Whom a request is about.
 *
 * @param region the division in which it lies; empty if it lies in none, or in none that is known
 * @param enterprise whose it is; empty if it is no enterprise's
 */
public record Subject(Optional<RegionCode> region, Optional<EnterpriseId> enterprise) {

    /** What nobody is known to own: within reach of the whole city only. */
    public static final Subject UNKNOWN = new Subject(Optional.empty(), Optional.empty());
}
