package io.stackwatch.gateway.relay.target;

import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.RegionCode;
import java.util.Set;

/**
 * Which frames a target is to get. A set that is empty lets everything pass.
 *
 * @param regions divisions, each with all divisions below it
 * @param outlets outlets
 * @param stations loggers
 * @param commands commands; where none is named, data and what a logger reports unasked: 2000 to 3999
 * @param connectors who received it, such as {@code hj212}
 * @param heartbeats whether 9015, and the 9021 of other profiles, go on too; they are answered here in any case
 */
public record Wanted(
        Set<RegionCode> regions,
        Set<OutletId> outlets,
        Set<Mn> stations,
        Set<Integer> commands,
        Set<String> connectors,
        boolean heartbeats) {

    private static final Wanted EVERYTHING = new Wanted(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false);

    public Wanted {
        regions = Set.copyOf(regions);
        outlets = Set.copyOf(outlets);
        stations = Set.copyOf(stations);
        commands = Set.copyOf(commands);
        connectors = Set.copyOf(connectors);
    }

    /** Every frame of every station. */
    public static Wanted everything() {
        return EVERYTHING;
    }

    /** These stations only. */
    public Wanted withStations(Set<Mn> some) {
        return new Wanted(regions, outlets, some, commands, connectors, heartbeats);
    }
}
