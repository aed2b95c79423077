package io.stackwatch.gateway.registry;

import io.stackwatch.core.limit.Limit;
import io.stackwatch.core.limit.LimitId;
import io.stackwatch.core.marking.MarkAct;
import io.stackwatch.core.measurement.InstrumentRange;
import io.stackwatch.core.registry.CemsDuty;
import io.stackwatch.core.registry.DutyPause;
import io.stackwatch.core.registry.Enterprise;
import io.stackwatch.core.registry.Inconsistency;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.Region;
import io.stackwatch.core.registry.Registry;
import io.stackwatch.core.registry.RegistryRows;
import io.stackwatch.core.transmission.AssessedFactor;
import io.stackwatch.gateway.records.Act;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.RegisteredFacts;
import io.stackwatch.gateway.records.RegistryRecords;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Takes a folder of sheets over into the registry, whole or not at all.
 *
 * <p>The format is in {@code docs/recipes/register-an-outlet.md}. One pass finds all errors of cells; what the rows
 * contradict together is looked for when each of them can be used. Whoever holds a {@link LiveRegistry} refreshes it
 * afterwards.
 */
public final class RegistryImport {

    private final RecordStore store;
    private final Set<LimitId> standardLimits;
    private final Optional<Clock> clock;

    /**
     * An import of facts alone: it does not know the time, and so it takes no records ({@code qa-events.csv},
     * {@code national-rates.csv}).
     *
     * @param store where the registry is kept
     * @param standardLimits the limits that come with the program, whose ids a permit must not use
     */
    public RegistryImport(RecordStore store, List<Limit> standardLimits) {
        this(store, standardLimits, Optional.empty());
    }

    /**
     * @param store where the registry is kept
     * @param standardLimits the limits that come with the program, whose ids a permit must not use
     * @param clock says when records that are added became known
     */
    public RegistryImport(RecordStore store, List<Limit> standardLimits, Clock clock) {
        this(store, standardLimits, Optional.of(clock));
    }

    private RegistryImport(RecordStore store, List<Limit> standardLimits, Optional<Clock> clock) {
        this.store = store;
        this.clock = clock;
        this.standardLimits = standardLimits.stream().map(Limit::id).collect(Collectors.toSet());
    }

    /** Reads and checks a folder; takes nothing over. */
    public ImportReport dryRun(Path folder) {
        return store.read(handle -> run(handle, folder, false));
    }

    /**
     * The same as {@link #takeOver(Path, String, String)} where no person does it, as in a demo. An import that does not know the time
     * leaves no row in the trail.
     */
    public ImportReport takeOver(Path folder) {
        return takeOver(folder, MarkAct.MACHINE, "sheets that come with the program");
    }

    /**
     * Reads and checks a folder and, if nothing is wrong, takes it over in one transaction, with a row in the trail.
     *
     * @param by who does it
     * @param reason why
     * @throws IllegalArgumentException if one of them is missing or too long
     */
    public ImportReport takeOver(Path folder, String by, String reason) {
        Optional<Act> act = clock.map(time -> new Act(time.instant(), by, reason));
        return store.write(handle -> {
            ImportReport report = run(handle, folder, true);
            if (report.takenOver()) {
                act.ifPresent(done -> ImportTrail.tell(handle, done, folder, report.rows()));
            }
            return report;
        });
    }

    private ImportReport run(Handle handle, Path folder, boolean takeOver) {
        List<SheetError> errors = new ArrayList<>();
        Laid laid = lay(folder, RegistryRecords.load(handle), errors);
        RegisteredFacts facts = laid.facts();
        QaSheet checks = QaSheet.read(folder, errors);
        NationalRateSheet national = NationalRateSheet.read(folder, errors);
        PersonSheet persons = PersonSheet.read(folder, errors);
        RosterSheets roster = RosterSheets.read(folder, errors);
        ParticularsSheet particulars = ParticularsSheet.read(folder, errors);
        Optional<Instant> now = clock.map(Clock::instant);
        if (errors.isEmpty()) {
            errors.addAll(contradictions(laid, facts));
            errors.addAll(checks.contradictions(handle, facts.rows(), now));
            errors.addAll(national.contradictions(facts.rows(), now));
            errors.addAll(persons.contradictions(facts.rows()));
            errors.addAll(roster.contradictions(facts.rows()));
            errors.addAll(particulars.contradictions(handle, facts.rows()));
        }
        boolean good = errors.isEmpty();
        if (good && takeOver) {
            RegistryRecords.save(handle, facts);
            persons.save(handle);
            roster.save(handle);
            particulars.save(handle);
            now.ifPresent(instant -> {
                checks.save(handle, instant);
                national.save(handle, instant);
            });
        }
        Map<String, Integer> counts = laid.counts();
        counts.put(QaSheet.NAME, checks.size());
        counts.put(NationalRateSheet.NAME, national.size());
        counts.put(PersonSheet.NAME, persons.size());
        counts.putAll(roster.counts());
        counts.put(ParticularsSheet.NAME, particulars.size());
        return new ImportReport(counts, errors, good && takeOver);
    }

    private static Laid lay(Path folder, RegisteredFacts registered, List<SheetError> errors) {
        RegistryRows rows = registered.rows();
        Laid laid = new Laid(
                new MergedRows<>("regions.csv", RegistryImport::keyOf, rows.regions()),
                new MergedRows<>("enterprises.csv", RegistryImport::keyOf, rows.enterprises()),
                new MergedRows<>("outlets.csv", RegistryImport::keyOf, outletRows(registered)),
                new MergedRows<>("stations.csv", RegistryImport::keyOf, stationRows(registered)),
                new MergedRows<>("permits.csv", Limit::id, registered.permits()),
                new MergedRows<>("duties.csv", RegistryImport::keyOf, rows.duties()),
                new MergedRows<>("pauses.csv", RegistryImport::keyOf, rows.pauses()),
                LaidPlant.over(registered.plant()),
                LaidEmission.over(registered.emission()),
                new MergedRows<>(RangeSheet.NAME, RangeSheet::keyOf, registered.ranges()));
        if (rows.regions().isEmpty()) {
            laid.regions().lay(builtInRegions(errors), SheetFacts::region, "code");
        }
        for (SheetFormat format : SheetFormat.values()) {
            format.layInto(laid, folder, errors);
        }
        return laid;
    }

    private static List<SheetRow> builtInRegions(List<SheetError> errors) {
        try (InputStream in = RegistryImport.class.getResourceAsStream("regions.csv")) {
            if (in == null) {
                throw new IllegalStateException("regions.csv is not beside " + RegistryImport.class.getName());
            }
            return Sheet.read(
                    "built-in regions.csv",
                    new InputStreamReader(in, StandardCharsets.UTF_8),
                    SheetFormat.REGIONS.columns(),
                    SheetFormat.REGIONS.optional(),
                    errors);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private List<SheetError> contradictions(Laid laid, RegisteredFacts facts) {
        List<SheetError> errors = new ArrayList<>();
        for (Inconsistency found : Registry.of(facts.rows()).inconsistencies()) {
            MergedRows<?> rows = laid.of(found.table());
            String column =
                    found.kind() == Inconsistency.Kind.UNKNOWN_PARENT ? laid.parentColumn(found.table()) : "from";
            errors.add(new SheetError(
                    rows.sheet(), rows.line(found.row() - 1), column, found.detail(), expected(found.kind())));
        }
        Set<OutletId> outlets =
                facts.rows().outlets().stream().map(outlet -> outlet.id()).collect(Collectors.toSet());
        for (int i = 0; i < facts.permits().size(); i++) {
            Limit permit = facts.permits().get(i);
            long line = laid.permits().line(i);
            OutletId outlet = permit.scope().match(only -> only.outlet(), category -> new OutletId("?"));
            if (!outlets.contains(outlet)) {
                errors.add(new SheetError("permits.csv", line, "outlet", outlet.value(), "a registered outlet"));
            }
            if (outlets.contains(outlet) && !reported(permit, outlet, facts)) {
                errors.add(new SheetError(
                        "permits.csv",
                        line,
                        "factor",
                        permit.factor().value(),
                        "one of the outlet's 'factors' while the permit holds: else nobody would look for its hours"));
            }
            if (standardLimits.contains(permit.id())) {
                errors.add(new SheetError(
                        "permits.csv", line, "id", permit.id().value(), "an id that no standard limit has"));
            }
        }
        errors.addAll(PlantCheck.of(laid, facts));
        errors.addAll(laid.emission().contradictions(facts.rows()));
        errors.addAll(RangeSheet.contradictions(laid.ranges(), facts.rows()));
        return errors;
    }

    private static boolean reported(Limit permit, OutletId outlet, RegisteredFacts facts) {
        return facts.assessed().stream()
                .anyMatch(factor -> factor.outlet().equals(outlet)
                        && factor.factor().equals(permit.factor())
                        && factor.effective().overlaps(permit.effective()));
    }

    private static String expected(Inconsistency.Kind kind) {
        return switch (kind) {
            case OVERLAPPING_VERSIONS -> "versions that do not overlap: the older one needs an 'until'";
            case UNKNOWN_PARENT -> "something that is registered";
            case TWO_STATIONS_FOR_ONE_OUTLET -> "one station for an outlet at a time";
        };
    }

    private static List<SheetFacts.OutletRow> outletRows(RegisteredFacts registered) {
        Map<OutletId, List<AssessedFactor>> assessed =
                registered.assessed().stream().collect(Collectors.groupingBy(AssessedFactor::outlet));
        return registered.rows().outlets().stream()
                .map(outlet -> new SheetFacts.OutletRow(
                        outlet,
                        assessed.getOrDefault(outlet.id(), List.of()).stream()
                                .filter(factor -> factor.effective().equals(outlet.effective()))
                                .map(AssessedFactor::factor)
                                .toList()))
                .toList();
    }

    private static List<SheetFacts.StationRow> stationRows(RegisteredFacts registered) {
        List<SheetFacts.StationRow> rows = new ArrayList<>();
        for (int i = 0; i < registered.settings().size(); i++) {
            rows.add(new SheetFacts.StationRow(
                    registered.rows().stations().get(i), registered.settings().get(i)));
        }
        return rows;
    }

    private static Object keyOf(Region region) {
        return List.of(region.code(), region.effective().from());
    }

    private static Object keyOf(Enterprise enterprise) {
        return List.of(enterprise.id(), enterprise.effective().from());
    }

    private static Object keyOf(SheetFacts.OutletRow row) {
        return List.of(row.outlet().id(), row.outlet().effective().from());
    }

    private static Object keyOf(SheetFacts.StationRow row) {
        return List.of(row.station().mn(), row.station().effective().from());
    }

    private static Object keyOf(CemsDuty duty) {
        return List.of(duty.outlet(), duty.effective().from());
    }

    private static Object keyOf(DutyPause pause) {
        return List.of(pause.outlet(), pause.effective().from());
    }

    /** The registry with the sheets laid over it. */
    record Laid(
            MergedRows<Region> regions,
            MergedRows<Enterprise> enterprises,
            MergedRows<SheetFacts.OutletRow> outlets,
            MergedRows<SheetFacts.StationRow> stations,
            MergedRows<Limit> permits,
            MergedRows<CemsDuty> duties,
            MergedRows<DutyPause> pauses,
            LaidPlant plant,
            LaidEmission emission,
            MergedRows<InstrumentRange> ranges) {

        RegisteredFacts facts() {
            List<AssessedFactor> assessed = new ArrayList<>();
            for (SheetFacts.OutletRow row : outlets.facts()) {
                row.factors()
                        .forEach(factor -> assessed.add(new AssessedFactor(
                                row.outlet().id(), factor, row.outlet().effective())));
            }
            return new RegisteredFacts(
                    new RegistryRows(
                            regions.facts(),
                            enterprises.facts(),
                            outlets.facts().stream()
                                    .map(SheetFacts.OutletRow::outlet)
                                    .toList(),
                            stations.facts().stream()
                                    .map(SheetFacts.StationRow::station)
                                    .toList(),
                            duties.facts(),
                            pauses.facts()),
                    assessed,
                    stations.facts().stream()
                            .map(SheetFacts.StationRow::settings)
                            .toList(),
                    permits.facts(),
                    plant.rows(),
                    emission.rows(),
                    ranges.facts());
        }

        MergedRows<?> of(Inconsistency.Table table) {
            return switch (table) {
                case REGIONS -> regions;
                case ENTERPRISES -> enterprises;
                case OUTLETS -> outlets;
                case STATIONS -> stations;
                case DUTIES -> duties;
                case PAUSES -> pauses;
            };
        }

        String parentColumn(Inconsistency.Table table) {
            return switch (table) {
                case REGIONS -> "parent";
                case ENTERPRISES -> "region";
                case OUTLETS -> "enterprise";
                case STATIONS, DUTIES, PAUSES -> "outlet";
            };
        }

        Map<String, Integer> counts() {
            Map<String, Integer> counts = new TreeMap<>();
            for (MergedRows<?> rows : List.of(regions, enterprises, outlets, stations, permits, duties, pauses)) {
                counts.put(rows.sheet(), rows.handedIn());
            }
            counts.putAll(plant.counts());
            counts.putAll(emission.counts());
            counts.put(ranges.sheet(), ranges.handedIn());
            return counts;
        }
    }
}
