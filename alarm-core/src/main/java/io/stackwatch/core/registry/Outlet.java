package io.stackwatch.core.registry;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * Outlet (排放口) in one version of its registration.
 *
 * @param id identity over all versions
 * @param enterprise who runs it
 * @param name name as registered
 * @param industry GB/T 4754-2017
 * @param stackHeightMetres height of the stack above ground, if known
 * @param zone control zone of the provincial standards, if designated
 * @param categories categories of emission standards that apply to it
 * @param minuteEvidence how its valid minutes are proved
 * @param effective when this version holds
 */
public record Outlet(
        OutletId id,
        EnterpriseId enterprise,
        String name,
        IndustryCode industry,
        Optional<BigDecimal> stackHeightMetres,
        Optional<ControlZone> zone,
        Set<StandardCategory> categories,
        MinuteEvidence minuteEvidence,
        Effective effective) {

    public Outlet {
        if (name.isBlank()) {
            throw new IllegalArgumentException("outlet " + id + " has no name");
        }
        stackHeightMetres.ifPresent(height -> {
            if (height.signum() < 0) {
                throw new IllegalArgumentException("outlet has a negative stack height: " + height);
            }
        });
        categories = Set.copyOf(categories);
    }
}
