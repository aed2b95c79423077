package io.stackwatch.gateway.api;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.Enterprise;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.Outlet;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.Region;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.core.registry.Registry;
import java.time.Instant;
import java.util.Optional;

/** Names from the registry as it stands at one instant; what is not registered then is called by its id. */
final class StoredNames {

    private static final Named NOBODY = new Named("-", "-", Optional.empty());

    private final Registry registry;
    private final FactorNames factors;
    private final Instant at;

    StoredNames(Registry registry, FactorNames factors, Instant at) {
        this.registry = registry;
        this.factors = factors;
        this.at = at;
    }

    Named factor(FactorCode code) {
        return factors.of(code);
    }

    Named outlet(OutletId id) {
        return new Named(id.value(), registry.outletAt(id, at).map(Outlet::name).orElse(id.value()), Optional.empty());
    }

    Named enterprise(OutletId outlet) {
        return owner(outlet).map(StoredNames::enterprise).orElse(NOBODY);
    }

    Named enterprise(EnterpriseId id) {
        return registry.enterpriseAt(id, at)
                .map(StoredNames::enterprise)
                .orElseGet(() -> new Named(id.value(), id.value(), Optional.empty()));
    }

    Named region(OutletId outlet) {
        return owner(outlet).map(owner -> region(owner.region())).orElse(NOBODY);
    }

    Named region(EnterpriseId id) {
        return registry.enterpriseAt(id, at)
                .map(known -> region(known.region()))
                .orElse(NOBODY);
    }

    Named region(RegionCode code) {
        return registry.regionAt(code, at)
                .map(StoredNames::region)
                .orElseGet(() -> new Named(code.value(), code.value(), Optional.empty()));
    }

    private Optional<Enterprise> owner(OutletId outlet) {
        return registry.outletAt(outlet, at).flatMap(known -> registry.enterpriseAt(known.enterprise(), at));
    }

    private static Named enterprise(Enterprise enterprise) {
        return new Named(enterprise.id().value(), enterprise.name(), Optional.empty());
    }

    private static Named region(Region region) {
        return new Named(region.code().value(), region.chineseName(), Optional.of(region.englishName()));
    }
}
