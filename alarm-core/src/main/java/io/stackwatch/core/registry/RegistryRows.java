package io.stackwatch.core.registry;

import java.util.List;

/** The lists that a {@link Registry} is built from, each in the order of its source so that a row can be named. */
public record RegistryRows(
        List<Region> regions,
        List<Enterprise> enterprises,
        List<Outlet> outlets,
        List<Station> stations,
        List<CemsDuty> duties,
        List<DutyPause> pauses) {

    /** No rows. */
    public static final RegistryRows EMPTY =
            new RegistryRows(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public RegistryRows {
        regions = List.copyOf(regions);
        enterprises = List.copyOf(enterprises);
        outlets = List.copyOf(outlets);
        stations = List.copyOf(stations);
        duties = List.copyOf(duties);
        pauses = List.copyOf(pauses);
    }

    /** The same with other regions. */
    public RegistryRows withRegions(List<Region> rows) {
        return new RegistryRows(rows, enterprises, outlets, stations, duties, pauses);
    }

    /** The same with other enterprises. */
    public RegistryRows withEnterprises(List<Enterprise> rows) {
        return new RegistryRows(regions, rows, outlets, stations, duties, pauses);
    }

    /** The same with other outlets. */
    public RegistryRows withOutlets(List<Outlet> rows) {
        return new RegistryRows(regions, enterprises, rows, stations, duties, pauses);
    }

    /** The same with other stations. */
    public RegistryRows withStations(List<Station> rows) {
        return new RegistryRows(regions, enterprises, outlets, rows, duties, pauses);
    }

    /** The same with other duties. */
    public RegistryRows withDuties(List<CemsDuty> rows) {
        return new RegistryRows(regions, enterprises, outlets, stations, rows, pauses);
    }

    /** The same with other pauses. */
    public RegistryRows withPauses(List<DutyPause> rows) {
        return new RegistryRows(regions, enterprises, outlets, stations, duties, rows);
    }
}
