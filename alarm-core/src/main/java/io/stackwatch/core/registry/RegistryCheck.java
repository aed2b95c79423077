package io.stackwatch.core.registry;

import io.stackwatch.core.registry.Inconsistency.Kind;
import io.stackwatch.core.registry.Inconsistency.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Looks for rows that contradict each other or point to nothing. */
final class RegistryCheck {

    private final List<Inconsistency> found = new ArrayList<>();

    private RegistryCheck() {}

    static List<Inconsistency> of(RegistryRows rows) {
        RegistryCheck check = new RegistryCheck();
        check.overlaps(Table.REGIONS, rows.regions(), Region::code, Region::effective, Kind.OVERLAPPING_VERSIONS);
        check.overlaps(
                Table.ENTERPRISES,
                rows.enterprises(),
                Enterprise::id,
                Enterprise::effective,
                Kind.OVERLAPPING_VERSIONS);
        check.overlaps(Table.OUTLETS, rows.outlets(), Outlet::id, Outlet::effective, Kind.OVERLAPPING_VERSIONS);
        check.overlaps(Table.STATIONS, rows.stations(), Station::mn, Station::effective, Kind.OVERLAPPING_VERSIONS);
        check.overlaps(
                Table.STATIONS, rows.stations(), Station::outlet, Station::effective, Kind.TWO_STATIONS_FOR_ONE_OUTLET);
        check.overlaps(Table.DUTIES, rows.duties(), CemsDuty::outlet, CemsDuty::effective, Kind.OVERLAPPING_VERSIONS);

        Set<RegionCode> regions = keys(rows.regions(), Region::code);
        Set<EnterpriseId> enterprises = keys(rows.enterprises(), Enterprise::id);
        Set<OutletId> outlets = keys(rows.outlets(), Outlet::id);
        for (int i = 0; i < rows.regions().size(); i++) {
            int row = i;
            rows.regions().get(i).parent().ifPresent(parent -> check.parent(Table.REGIONS, row, parent, regions));
            rows.regions().get(i).predecessor().ifPresent(code -> check.parent(Table.REGIONS, row, code, regions));
        }
        check.parents(Table.ENTERPRISES, rows.enterprises(), Enterprise::region, regions);
        check.parents(Table.OUTLETS, rows.outlets(), Outlet::enterprise, enterprises);
        check.parents(Table.STATIONS, rows.stations(), Station::outlet, outlets);
        check.parents(Table.DUTIES, rows.duties(), CemsDuty::outlet, outlets);
        check.parents(Table.PAUSES, rows.pauses(), DutyPause::outlet, outlets);
        return List.copyOf(check.found);
    }

    private static <K, V> Set<K> keys(List<V> rows, Function<V, K> key) {
        Set<K> keys = new HashSet<>();
        rows.forEach(row -> keys.add(key.apply(row)));
        return keys;
    }

    private <K, V> void overlaps(
            Table table, List<V> rows, Function<V, K> key, Function<V, Effective> effective, Kind kind) {
        Map<K, List<V>> seen = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            V row = rows.get(i);
            List<V> earlier = seen.computeIfAbsent(key.apply(row), k -> new ArrayList<>(1));
            for (V other : earlier) {
                if (effective.apply(other).overlaps(effective.apply(row))) {
                    found.add(new Inconsistency(
                            table,
                            i + 1,
                            kind,
                            key.apply(row) + " " + effective.apply(other) + " and " + effective.apply(row)));
                }
            }
            earlier.add(row);
        }
    }

    private <K, V> void parents(Table table, List<V> rows, Function<V, K> parent, Set<K> known) {
        for (int i = 0; i < rows.size(); i++) {
            parent(table, i, parent.apply(rows.get(i)), known);
        }
    }

    private <K> void parent(Table table, int index, K parent, Set<K> known) {
        if (!known.contains(parent)) {
            found.add(new Inconsistency(table, index + 1, Kind.UNKNOWN_PARENT, String.valueOf(parent)));
        }
    }
}
