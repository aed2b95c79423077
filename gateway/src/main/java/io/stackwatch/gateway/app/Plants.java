package io.stackwatch.gateway.app;

import io.stackwatch.connectors.opcua.client.ClientOptions;
import io.stackwatch.connectors.opcua.trust.TrustStore;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.gateway.config.Config;
import io.stackwatch.gateway.config.SecretReader;
import io.stackwatch.gateway.config.Settings;
import io.stackwatch.gateway.intake.Intake;
import io.stackwatch.gateway.journal.Journal;
import io.stackwatch.gateway.plant.MappingFaults;
import io.stackwatch.gateway.plant.PlantDesk;
import io.stackwatch.gateway.plant.Recollections;
import io.stackwatch.gateway.plant.SourcePlan;
import io.stackwatch.gateway.plant.StoredPlants;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.registry.LiveRegistry;
import java.io.IOException;
import java.time.Clock;
import org.apache.camel.CamelContext;

/**
 * What a gateway runs for plants: the lines to OPC UA sources, the desk at which one asks about them, and what the mapping could
 * not use. Hours are made by {@link MadeHours}.
 */
record Plants(PlantSources sources, PlantDesk desk, MappingFaults faults) {

    /** Puts it together; no line is opened before {@link PlantSources#fire}. */
    static Plants open(
            Config config,
            RecordStore store,
            LiveRegistry registry,
            RuleParameters parameters,
            Journal journal,
            Intake intake,
            CamelContext camel,
            Clock clock)
            throws IOException {
        DataFolder folder = DataFolder.of(config);
        SecretReader secrets = new SecretReader(System.getenv());
        PlantSources sources = new PlantSources(
                now -> SourcePlan.of(registry.snapshot().facts().plant(), secrets, now),
                () -> TrustStore.open(
                        folder.trust(config), config.get(Settings.OPCUA_APPLICATION_URI), clock.instant()),
                new SourceRoute(camel, intake),
                ClientOptions.defaults().withClockTolerance(config.get(Settings.SOURCE_CLOCK_TOLERANCE)),
                new Recollections(journal, clock),
                clock);
        MappingFaults faults = new MappingFaults();
        PlantDesk desk = new StoredPlants(store, registry::snapshot, sources, faults, parameters, clock);
        return new Plants(sources, desk, faults);
    }
}
