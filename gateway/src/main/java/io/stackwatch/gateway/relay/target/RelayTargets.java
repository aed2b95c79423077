package io.stackwatch.gateway.relay.target;

import io.stackwatch.core.registry.Mn;
import java.util.List;
import java.util.Optional;

/** All targets, no two with one name, no station with two platforms that may command it. Immutable. */
public record RelayTargets(List<RelayTarget> all) {

    private static final RelayTargets NONE = new RelayTargets(List.of());

    public RelayTargets {
        all = List.copyOf(all);
    }

    /** No platform at all. */
    public static RelayTargets none() {
        return NONE;
    }

    /** The target with this name. */
    public Optional<RelayTarget> find(TargetName name) {
        return all.stream().filter(target -> target.name().equals(name)).findFirst();
    }

    /** The one platform that may command this station; empty if none may. */
    public Optional<TargetName> controllerOf(Mn station) {
        return all.stream()
                .filter(target -> target.control().stations().contains(station))
                .findFirst()
                .or(() -> all.stream().filter(target -> target.control().all()).findFirst())
                .map(RelayTarget::name);
    }
}
