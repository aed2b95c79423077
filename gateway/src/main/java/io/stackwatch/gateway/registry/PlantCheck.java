package io.stackwatch.gateway.registry;

import io.stackwatch.connectors.opcua.mapping.NodeMapping;
import io.stackwatch.connectors.opcua.mapping.NodeRow;
import io.stackwatch.connectors.opcua.mapping.StatusProfiles;
import io.stackwatch.connectors.opcua.mapping.Unmapped;
import io.stackwatch.connectors.opcua.source.SourceSettings;
import io.stackwatch.core.registry.Boiler;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.records.RegisteredFacts;
import io.stackwatch.gateway.records.RegisteredSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What rows of plants contradict among themselves and with the rest of the registry. */
final class PlantCheck {

    private static final String NOT_TWICE = "versions that do not overlap: the older one needs an 'until'";

    private final RegistryImport.Laid laid;
    private final RegisteredFacts facts;
    private final List<SheetError> errors = new ArrayList<>();

    private PlantCheck(RegistryImport.Laid laid, RegisteredFacts facts) {
        this.laid = laid;
        this.facts = facts;
    }

    static List<SheetError> of(RegistryImport.Laid laid, RegisteredFacts facts) {
        PlantCheck check = new PlantCheck(laid, facts);
        check.sources();
        check.nodes();
        check.boilers();
        return check.errors;
    }

    private void sources() {
        MergedRows<RegisteredSource> sources = laid.plant().sources();
        overlaps(sources, RegisteredSource::id, RegisteredSource::effective, (one, other) -> true, "from", NOT_TWICE);
    }

    private void nodes() {
        MergedRows<NodeRow> nodes = laid.plant().nodes();
        Set<Mn> sources =
                facts.plant().sources().stream().map(RegisteredSource::id).collect(Collectors.toSet());
        Set<OutletId> outlets =
                facts.rows().outlets().stream().map(outlet -> outlet.id()).collect(Collectors.toSet());
        Set<String> profiles = StatusProfiles.with(facts.plant().statuses()).names();
        Map<Mn, Set<String>> bySource = new HashMap<>();
        for (int i = 0; i < nodes.facts().size(); i++) {
            NodeRow node = nodes.facts().get(i);
            if (!sources.contains(node.source())) {
                wrong(nodes, i, "source", node.source().value(), "a registered source");
            }
            if (!outlets.contains(node.outlet())) {
                wrong(nodes, i, "outlet", node.outlet().value(), "a registered outlet");
            }
            if (!profiles.contains(node.statusProfile())) {
                wrong(nodes, i, "statuses", node.statusProfile(), "one of " + profiles);
            }
            if ((DerivedStations.PREFIX + node.source() + "." + node.outlet()).length() > Mn.MAX_LENGTH) {
                wrong(
                        nodes,
                        i,
                        "outlet",
                        node.outlet().value(),
                        "an outlet that makes with the source a station of at most " + Mn.MAX_LENGTH + " characters");
            }
            fits(nodes, i, node);
            Set<String> known = bySource.computeIfAbsent(node.source(), source -> new HashSet<>());
            if (known.add(node.node()) && known.size() == SourceSettings.MAX_NODES + 1) {
                wrong(nodes, i, "node", node.node(), "at most " + SourceSettings.MAX_NODES + " nodes of one source");
            }
        }
        overlaps(
                nodes,
                node -> List.of(node.outlet(), node.factor()),
                NodeRow::effective,
                (one, other) -> true,
                "factor",
                "one node for a factor of an outlet at a time: the older one needs an 'until'");
        overlaps(
                nodes,
                NodeRow::outlet,
                NodeRow::effective,
                (one, other) -> !one.source().equals(other.source()),
                "source",
                "one source for an outlet at a time");
    }

    private void fits(MergedRows<NodeRow> nodes, int place, NodeRow node) {
        NodeMapping.fault(node).ifPresent(fault -> {
            if (fault == Unmapped.Reason.UNKNOWN_FACTOR) {
                wrong(nodes, place, "factor", node.factor().value(), "a code of factor-codes.csv");
            } else {
                wrong(
                        nodes,
                        place,
                        "unit",
                        node.unit().symbol(),
                        "a unit that can be converted into that of " + node.factor() + " (unit-conversions.csv)");
            }
        });
    }

    private void boilers() {
        MergedRows<Boiler> boilers = laid.plant().boilers();
        Set<Object> enterprises =
                facts.rows().enterprises().stream().map(one -> one.id()).collect(Collectors.toSet());
        Set<OutletId> outlets =
                facts.rows().outlets().stream().map(outlet -> outlet.id()).collect(Collectors.toSet());
        for (int i = 0; i < boilers.facts().size(); i++) {
            Boiler boiler = boilers.facts().get(i);
            if (!enterprises.contains(boiler.enterprise())) {
                wrong(boilers, i, "enterprise", boiler.enterprise().value(), "a registered enterprise");
            }
            if (boiler.outlet().isPresent() && !outlets.contains(boiler.outlet().get())) {
                wrong(boilers, i, "outlet", boiler.outlet().get().value(), "empty or a registered outlet");
            }
        }
        overlaps(boilers, Boiler::id, Boiler::effective, (one, other) -> true, "from", NOT_TWICE);
    }

    private <T> void overlaps(
            MergedRows<T> rows,
            Function<T, Object> key,
            Function<T, Effective> effective,
            BiPredicate<T, T> concerned,
            String column,
            String expected) {
        Map<Object, List<T>> seen = new HashMap<>();
        for (int i = 0; i < rows.facts().size(); i++) {
            T row = rows.facts().get(i);
            List<T> earlier = seen.computeIfAbsent(key.apply(row), k -> new ArrayList<>(1));
            boolean clash = earlier.stream()
                    .anyMatch(other ->
                            concerned.test(other, row) && effective.apply(other).overlaps(effective.apply(row)));
            if (clash) {
                wrong(rows, i, column, key.apply(row) + " " + effective.apply(row), expected);
            }
            earlier.add(row);
        }
    }

    private void wrong(MergedRows<?> rows, int place, String column, String found, String expected) {
        errors.add(new SheetError(rows.sheet(), rows.line(place), column, found, expected));
    }
}
