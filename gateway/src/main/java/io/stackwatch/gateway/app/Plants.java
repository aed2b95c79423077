package io.stackwatch.gateway.app;

import io.stackwatch.connectors.opcua.trust.TrustStore;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.FlagTable;
import io.stackwatch.gateway.averaging.AveragingCursor;
import io.stackwatch.gateway.averaging.AveragingRoute;
import io.stackwatch.gateway.averaging.Republication;
import io.stackwatch.gateway.config.Config;
import io.stackwatch.gateway.config.Settings;
import io.stackwatch.gateway.intake.ArrivedKeeper;
import io.stackwatch.gateway.intake.Intake;
import io.stackwatch.gateway.journal.Journal;
import io.stackwatch.gateway.journal.Journal.StartAt;
import io.stackwatch.gateway.plant.MappingFaults;
import io.stackwatch.gateway.plant.PlantDesk;
import io.stackwatch.gateway.plant.Recollections;
import io.stackwatch.gateway.plant.SecretReader;
import io.stackwatch.gateway.plant.SourcePlan;
import io.stackwatch.gateway.plant.StoredPlants;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.registry.LiveRegistry;
import io.stackwatch.gateway.timetable.WakeUp;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;

/**
 * What a gateway runs for plants: the lines to OPC UA sources, the cursor that makes hours of what they bring, and the desk at
 * which one asks about both.
 */
record Plants(PlantSources sources, AveragingCursor averaging, PlantDesk desk, MappingFaults faults, Journal journal)
        implements WakeUp {

    /** Puts it together; no line is opened before the first {@link #fire}. */
    static Plants open(
            Config config,
            RecordStore store,
            LiveRegistry registry,
            RuleParameters parameters,
            Journal journal,
            Intake intake,
            Clock clock)
            throws IOException {
        DataFolder folder = DataFolder.of(config);
        SecretReader secrets = new SecretReader(System.getenv());
        PlantSources sources = new PlantSources(
                now -> SourcePlan.of(registry.snapshot().facts().plant(), secrets, now),
                () -> TrustStore.open(
                        folder.trust(config), config.get(Settings.OPCUA_APPLICATION_URI), clock.instant()),
                new ArrivedKeeper(PlantSources.CONNECTOR, intake),
                new Recollections(journal, clock),
                clock);
        MappingFaults faults = new MappingFaults();
        AveragingCursor averaging = new AveragingCursor(
                store,
                new RegisteredNodes(registry, faults),
                registry::snapshot,
                parameters,
                FlagTable.load(),
                new Republication(intake, clock));
        journal.cursor(AveragingCursor.NAME, StartAt.TAIL)
                .rewindTo(averaging.place().position());
        PlantDesk desk = new StoredPlants(store, registry::snapshot, sources, faults, parameters, clock);
        return new Plants(sources, averaging, desk, faults, journal);
    }

    /** What brings the journal to the cursor, so many records at a time. */
    AveragingRoute route(int batch) {
        return new AveragingRoute(averaging, "journal:" + AveragingCursor.NAME + "?advance=false&batch=" + batch);
    }

    @Override
    public void fire(Instant now) {
        sources.fire(now);
        averaging.fire(now, journal::head);
    }
}
