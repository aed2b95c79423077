package io.stackwatch.gateway.registry;

import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.connectors.opcua.mapping.NodeRow;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.Station;
import io.stackwatch.gateway.records.RegisteredFacts;
import io.stackwatch.gateway.records.RegisteredSource;
import io.stackwatch.gateway.records.StationSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Stations that nobody registers: we are the logger of an outlet with nodes of an OPC UA source, for as long as no other is
 * registered for it (decision record 0026).
 */
public final class DerivedStations {

    /** How the name of every derived station begins; no logger may be called so. */
    public static final String PREFIX = "OPC.";

    private DerivedStations() {}

    /** The station that speaks for an outlet by a source; its frames are made by ourselves. */
    public static Mn nameOf(Mn source, OutletId outlet) {
        return new Mn(PREFIX + source + "." + outlet);
    }

    /** Whether a station is one of these. */
    public static boolean isDerived(Mn station) {
        return station.value().startsWith(PREFIX);
    }

    /** The outlet that a derived station speaks for; empty for any other station. */
    public static Optional<OutletId> outletOf(Mn station) {
        return dot(station).map(dot -> new OutletId(station.value().substring(dot + 1)));
    }

    /** The source whose values a derived station speaks; empty for any other station. */
    public static Optional<Mn> sourceOf(Mn station) {
        return dot(station).map(dot -> new Mn(station.value().substring(PREFIX.length(), dot)));
    }

    /** Where the name of a derived station says what it speaks for; empty for any other station. */
    private static Optional<Integer> dot(Mn station) {
        int dot = station.value().indexOf('.', PREFIX.length());
        return isDerived(station)
                        && dot > PREFIX.length()
                        && dot + 1 < station.value().length()
                ? Optional.of(dot)
                : Optional.empty();
    }

    /** How a derived station speaks, whether it stands for its outlet or beside a logger. */
    public static StationProfile profileOf(Mn station) {
        return new StationProfile(
                station,
                StationProfile.Edition.HJ212_2025,
                StationProfile.CrcMode.HJ212,
                StationProfile.PasswordPolicy.IGNORE,
                "",
                Duration.ofMinutes(1),
                false,
                Map.of());
    }

    /** All of them with the times in which they stand, in the order of their names. */
    static List<Station> of(RegisteredFacts facts) {
        Map<OutletId, List<Effective>> loggers = new TreeMap<>();
        facts.rows().stations().forEach(station -> loggers.computeIfAbsent(
                        station.outlet(), outlet -> new ArrayList<>())
                .add(station.effective()));
        Map<Mn, List<Effective>> sources = new TreeMap<>();
        for (RegisteredSource source : facts.plant().sources()) {
            sources.computeIfAbsent(source.id(), id -> new ArrayList<>()).add(source.effective());
        }
        Map<Mn, List<NodeRow>> nodes = new TreeMap<>();
        facts.plant().nodes().forEach(node -> nodes.computeIfAbsent(
                        nameOf(node.source(), node.outlet()), station -> new ArrayList<>())
                .add(node));
        List<Station> stations = new ArrayList<>();
        nodes.forEach((name, rows) -> {
            OutletId outlet = rows.get(0).outlet();
            List<Effective> mapped = rows.stream().map(NodeRow::effective).toList();
            stretches(
                            mapped,
                            sources.getOrDefault(rows.get(0).source(), List.of()),
                            loggers.getOrDefault(outlet, List.of()))
                    .forEach(stretch -> stations.add(new Station(name, outlet, stretch)));
        });
        return stations;
    }

    /** How it speaks: the newest edition, minutes labelled at their start, the units of the code table. */
    public static StationSettings settings(Station station) {
        return new StationSettings(profileOf(station.mn()), station.effective());
    }

    /** The times that are in one of {@code mapped} and in one of {@code served}, and in none of {@code taken}. */
    private static List<Effective> stretches(List<Effective> mapped, List<Effective> served, List<Effective> taken) {
        NavigableSet<Instant> edges = new TreeSet<>();
        for (List<Effective> list : List.of(mapped, served, taken)) {
            for (Effective one : list) {
                edges.add(one.from());
                one.until().ifPresent(edges::add);
            }
        }
        List<Effective> found = new ArrayList<>();
        Optional<Instant> begun = Optional.empty();
        for (Instant edge : edges) {
            boolean ours = holds(mapped, edge) && holds(served, edge) && !holds(taken, edge);
            if (ours && begun.isEmpty()) {
                begun = Optional.of(edge);
            } else if (!ours && begun.isPresent()) {
                found.add(Effective.between(begun.get(), edge));
                begun = Optional.empty();
            }
        }
        begun.map(Effective::since).ifPresent(found::add);
        return found;
    }

    private static boolean holds(List<Effective> list, Instant instant) {
        return list.stream().anyMatch(one -> one.contains(instant));
    }
}
