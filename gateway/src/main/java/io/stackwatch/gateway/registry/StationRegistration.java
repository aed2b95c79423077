package io.stackwatch.gateway.registry;

import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Inconsistency;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.Registry;
import io.stackwatch.core.registry.RegistryRows;
import io.stackwatch.core.registry.Station;
import io.stackwatch.gateway.records.RegisteredFacts;
import io.stackwatch.gateway.records.RegistryRecords;
import io.stackwatch.gateway.records.StationSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Registers one station, or a new version of one, from the cells of a row of {@code stations.csv}: the same reading and the
 * same checks as an import, for one row.
 */
public final class StationRegistration {

    private static final String SHEET = "station";

    private StationRegistration() {}

    /** The cells of the version that holds at an instant; empty if the station is not registered then. */
    public static Optional<Map<String, String>> cells(RegistrySnapshot registry, Mn station, Instant at) {
        List<Station> stations = registry.facts().rows().stations();
        for (int i = 0; i < stations.size(); i++) {
            if (stations.get(i).mn().equals(station)
                    && stations.get(i).effective().contains(at)) {
                return Optional.of(StationSheet.cells(new SheetFacts.StationRow(
                        stations.get(i), registry.facts().settings().get(i))));
            }
        }
        return Optional.empty();
    }

    /**
     * Takes one row over, in the caller's transaction. The version of the station that holds at its {@code from} ends there;
     * so does the station that it replaces at the outlet, if one is named.
     *
     * @return what is wrong; if anything is, nothing was taken over
     */
    public static List<SheetError> register(Handle handle, Map<String, String> cells, Optional<Mn> replaced) {
        List<SheetError> errors = new ArrayList<>();
        for (String column : cells.keySet()) {
            if (!SheetFormat.STATIONS.columns().contains(column)
                    && !SheetFormat.STATIONS.optional().contains(column)) {
                errors.add(new SheetError(SHEET, 0, column, column, "a column of stations.csv"));
            }
        }
        Optional<SheetFacts.StationRow> made = StationSheet.station(new SheetRow(SHEET, 0, cells, errors));
        if (made.isEmpty() || !errors.isEmpty()) {
            return errors;
        }
        RegisteredFacts facts = RegistryRecords.load(handle);
        List<SheetFacts.StationRow> changed = ended(facts, made.get().station(), replaced);
        changed.add(made.get());
        errors.addAll(contradictions(facts, changed));
        if (errors.isEmpty()) {
            RegistryRecords.save(
                    handle,
                    new RegisteredFacts(
                            RegistryRows.EMPTY.withStations(changed.stream()
                                    .map(SheetFacts.StationRow::station)
                                    .toList()),
                            List.of(),
                            changed.stream()
                                    .map(SheetFacts.StationRow::settings)
                                    .toList(),
                            List.of()));
        }
        return errors;
    }

    private static List<SheetFacts.StationRow> ended(RegisteredFacts facts, Station made, Optional<Mn> replaced) {
        Instant from = made.effective().from();
        List<SheetFacts.StationRow> ended = new ArrayList<>();
        for (int i = 0; i < facts.rows().stations().size(); i++) {
            Station known = facts.rows().stations().get(i);
            boolean concerned = known.mn().equals(made.mn()) || replaced.equals(Optional.of(known.mn()));
            if (concerned
                    && known.effective().from().isBefore(from)
                    && known.effective().contains(from)) {
                Effective until = Effective.between(known.effective().from(), from);
                StationSettings settings = facts.settings().get(i);
                ended.add(new SheetFacts.StationRow(
                        new Station(known.mn(), known.outlet(), until),
                        new StationSettings(settings.profile(), until, settings.cipher())));
            }
        }
        return ended;
    }

    private static List<SheetError> contradictions(RegisteredFacts facts, List<SheetFacts.StationRow> changed) {
        List<Station> stations = new ArrayList<>(facts.rows().stations());
        for (SheetFacts.StationRow row : changed) {
            stations.removeIf(known -> known.mn().equals(row.station().mn())
                    && known.effective().from().equals(row.station().effective().from()));
            stations.add(row.station());
        }
        Set<String> before = new HashSet<>();
        Registry.of(facts.rows()).inconsistencies().forEach(found -> before.add(found.kind() + found.detail()));
        List<SheetError> errors = new ArrayList<>();
        for (Inconsistency found :
                Registry.of(facts.rows().withStations(stations)).inconsistencies()) {
            if (!before.contains(found.kind() + found.detail())) {
                errors.add(error(found));
            }
        }
        return errors;
    }

    private static SheetError error(Inconsistency found) {
        return switch (found.kind()) {
            case UNKNOWN_PARENT -> new SheetError(SHEET, 0, "outlet", found.detail(), "a registered outlet");
            case OVERLAPPING_VERSIONS ->
                new SheetError(SHEET, 0, "from", found.detail(), "a time in which the station has no other version");
            case TWO_STATIONS_FOR_ONE_OUTLET ->
                new SheetError(
                        SHEET,
                        0,
                        "outlet",
                        found.detail(),
                        "an outlet without a station at that time, or the station that is replaced");
        };
    }
}
