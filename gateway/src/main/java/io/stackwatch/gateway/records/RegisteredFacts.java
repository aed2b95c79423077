package io.stackwatch.gateway.records;

import io.stackwatch.core.limit.Limit;
import io.stackwatch.core.measurement.InstrumentRange;
import io.stackwatch.core.registry.RegistryRows;
import io.stackwatch.core.transmission.AssessedFactor;
import java.util.List;

/**
 * Everything that officers have registered, in the order of its keys; immutable.
 *
 * @param rows regions, enterprises, outlets, stations, duties, pauses
 * @param assessed what each outlet must report, with the dates of the outlet's version
 * @param settings how each station speaks; one for every row of stations, same order
 * @param permits limits of permits, each of one outlet
 * @param plant OPC UA sources with their nodes, and the list of boilers
 * @param emission ducts and permitted totals
 * @param ranges what instruments can measure
 */
public record RegisteredFacts(
        RegistryRows rows,
        List<AssessedFactor> assessed,
        List<StationSettings> settings,
        List<Limit> permits,
        PlantRows plant,
        EmissionRows emission,
        List<InstrumentRange> ranges) {

    /** Nothing. */
    public static final RegisteredFacts EMPTY =
            new RegisteredFacts(RegistryRows.EMPTY, List.of(), List.of(), List.of());

    public RegisteredFacts {
        assessed = List.copyOf(assessed);
        settings = List.copyOf(settings);
        permits = List.copyOf(permits);
        ranges = List.copyOf(ranges);
    }

    /** Facts without a plant. */
    public RegisteredFacts(
            RegistryRows rows, List<AssessedFactor> assessed, List<StationSettings> settings, List<Limit> permits) {
        this(rows, assessed, settings, permits, PlantRows.EMPTY);
    }

    /** Facts without ducts and permitted totals. */
    public RegisteredFacts(
            RegistryRows rows,
            List<AssessedFactor> assessed,
            List<StationSettings> settings,
            List<Limit> permits,
            PlantRows plant) {
        this(rows, assessed, settings, permits, plant, EmissionRows.EMPTY);
    }

    /** Facts without measuring ranges. */
    public RegisteredFacts(
            RegistryRows rows,
            List<AssessedFactor> assessed,
            List<StationSettings> settings,
            List<Limit> permits,
            PlantRows plant,
            EmissionRows emission) {
        this(rows, assessed, settings, permits, plant, emission, List.of());
    }
}
