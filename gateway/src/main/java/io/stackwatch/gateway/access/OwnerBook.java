package io.stackwatch.gateway.access;

import io.stackwatch.connectors.opcua.mapping.NodeRow;
import io.stackwatch.core.access.Subject;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Enterprise;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.Outlet;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.core.registry.Station;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Whose outlets and stations are: as registered at an instant, or else when they last were. For one request. */
record OwnerBook(RegistrySnapshot known, Instant at) {

    List<Subject> outlet(OutletId id) {
        return known.registry()
                .outletAt(id, at)
                .or(() ->
                        last(known.registry().rows().outlets(), row -> row.id().equals(id), Outlet::effective))
                .map(outlet -> enterprise(outlet.enterprise()))
                .orElse(List.of());
    }

    List<Subject> enterprise(EnterpriseId id) {
        return known.registry()
                .enterpriseAt(id, at)
                .or(() -> last(
                        known.registry().rows().enterprises(), row -> row.id().equals(id), Enterprise::effective))
                .map(firm -> List.of(new Subject(Optional.of(firm.region()), Optional.of(id))))
                .orElse(List.of());
    }

    List<Subject> station(Mn mn) {
        return known.registry()
                .stationAt(mn, at)
                .or(() ->
                        last(known.registry().rows().stations(), row -> row.mn().equals(mn), Station::effective))
                .map(station -> outlet(station.outlet()))
                .orElse(List.of());
    }

    /** A source is that of the outlets for which it gives anything. */
    List<Subject> source(Mn source) {
        return known.facts().plant().nodes().stream()
                .filter(node -> node.source().equals(source))
                .map(NodeRow::outlet)
                .distinct()
                .flatMap(outlet -> outlet(outlet).stream())
                .distinct()
                .toList();
    }

    static List<Subject> division(RegionCode region) {
        return List.of(new Subject(Optional.of(region), Optional.empty()));
    }

    private static <T> Optional<T> last(List<T> rows, Predicate<T> same, Function<T, Effective> effective) {
        return rows.stream()
                .filter(same)
                .max(Comparator.comparing(row -> effective.apply(row).from()));
    }
}
