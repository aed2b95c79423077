package io.stackwatch.gateway.plant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.connectors.opcua.mapping.NodeRow;
import io.stackwatch.connectors.opcua.mapping.StatusProfiles;
import io.stackwatch.connectors.opcua.source.Rhythm;
import io.stackwatch.connectors.opcua.source.Security;
import io.stackwatch.connectors.opcua.source.SourceCounts;
import io.stackwatch.connectors.opcua.source.SourceState;
import io.stackwatch.connectors.opcua.source.SourceStatus;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.registry.Boiler;
import io.stackwatch.core.registry.BoilerId;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.RegistryRows;
import io.stackwatch.core.registry.Station;
import io.stackwatch.core.registry.Verification;
import io.stackwatch.gateway.records.Act;
import io.stackwatch.gateway.records.HeardRow;
import io.stackwatch.gateway.records.MigratedFile;
import io.stackwatch.gateway.records.PlantRows;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.RegisteredFacts;
import io.stackwatch.gateway.records.RegisteredSource;
import io.stackwatch.gateway.records.SourceLogin;
import io.stackwatch.gateway.records.StationRecords;
import io.stackwatch.gateway.records.StationSettings;
import io.stackwatch.gateway.records.TrustActRow;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import io.stackwatch.gateway.trail.ActsInTrail;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoredPlantsTest {

    private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");
    private static final Mn SOURCE = new Mn("PLANT-1");
    private static final Mn LOGGER = new Mn("M2");
    private static final String THUMBPRINT = "ab".repeat(32);

    @TempDir
    Path folder;

    private RecordStore store;
    private final Lines lines = new Lines();

    @BeforeEach
    void open() {
        store = RecordStore.open(MigratedFile.sqlite(folder.resolve("records.db")));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private StoredPlants plants() {
        Station logger = new Station(LOGGER, new OutletId("DA002"), Effective.ALWAYS);
        PlantRows plant = new PlantRows(
                List.of(new RegisteredSource(
                        SOURCE,
                        "opc.tcp://h:4840",
                        Security.none(),
                        SourceLogin.ANONYMOUS,
                        Rhythm.defaults(),
                        true,
                        Effective.ALWAYS)),
                List.of(new NodeRow(
                        SOURCE,
                        "ns=2;s=SO2",
                        new OutletId("DA001"),
                        new FactorCode("a21026"),
                        new Unit("mg/m3"),
                        NodeRow.Scaling.NONE,
                        StatusProfiles.DEFAULT,
                        new NodeRow.Watch(BigDecimal.ZERO, Optional.empty(), Duration.ofMinutes(1)),
                        Effective.ALWAYS,
                        2)),
                List.of(),
                List.of(
                        boiler("GL-01", "DA001"),
                        boiler("GL-02", "DA002"),
                        boiler("GL-03", "DA003"),
                        boiler("GL-04", "")));
        RegistrySnapshot snapshot = RegistrySnapshot.of(
                new RegisteredFacts(
                        RegistryRows.EMPTY.withStations(List.of(logger)),
                        List.of(),
                        List.of(new StationSettings(StationProfile.strict(LOGGER, "123456"), Effective.ALWAYS)),
                        List.of(),
                        plant),
                List.of());
        return new StoredPlants(
                store,
                () -> snapshot,
                lines,
                new MappingFaults(),
                RuleParameters.load(),
                Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private List<String> answers() {
        return plants().boilers().stream()
                .map(file -> file.boiler().id() + " " + file.answer().line() + " "
                        + file.station().map(Mn::value).orElse("-"))
                .toList();
    }

    @Test
    void aBoilerIsOnLineOnceWhatReportsForItHasDelivered() {
        assertEquals(
                List.of(
                        "GL-01 NEVER_DELIVERED OPC.PLANT-1.DA001",
                        "GL-02 NEVER_DELIVERED M2",
                        "GL-03 NOT_CONNECTED -",
                        "GL-04 NO_OUTLET -"),
                answers());
        heard(LOGGER.value());
        lines.statuses.add(status(SourceState.CONNECTED, 5, Map.of()));
        assertEquals(
                List.of(
                        "GL-01 ON_LINE OPC.PLANT-1.DA001",
                        "GL-02 ON_LINE M2",
                        "GL-03 NOT_CONNECTED -",
                        "GL-04 NO_OUTLET -"),
                answers());
        assertEquals(
                List.of(true, true, true, true),
                plants().boilers().stream()
                        .map(file -> file.answer().mustBeOnline())
                        .toList());
    }

    @Test
    void aSourceThatOnlySaysThatItLivesOrRefusesTheNodesHasNotDelivered() {
        lines.statuses.add(status(SourceState.CONNECTED, 0, Map.of()));
        assertTrue(answers().contains("GL-01 NEVER_DELIVERED OPC.PLANT-1.DA001"));
        lines.statuses.set(0, status(SourceState.CONNECTED, 5, Map.of("ns=2;s=SO2", 0x8034_0000L)));
        assertTrue(answers().contains("GL-01 NEVER_DELIVERED OPC.PLANT-1.DA001"));
    }

    @Test
    void hoursThatWereMadeFromASourceCountLikeThoseOfALogger() {
        heard("OPC.PLANT-1.DA001");
        assertTrue(answers().contains("GL-01 ON_LINE OPC.PLANT-1.DA001"));
    }

    @Test
    void aSourceIsShownWithItsLineOrWithWhyItHasNone() {
        lines.problems = Map.of(SOURCE, SourcePlan.NO_NODES);
        SourceFile without = plants().source("PLANT-1").orElseThrow();
        assertEquals(Optional.of("NO_NODES"), without.problem());
        assertEquals(Optional.empty(), without.status());
        assertEquals(List.of(new OutletId("DA001")), without.outlets());
        assertEquals(1, without.nodes());
        lines.statuses.add(status(SourceState.LOST, 5, Map.of()));
        assertEquals(
                SourceState.LOST,
                plants().source("PLANT-1").orElseThrow().status().orElseThrow().state());
        assertEquals(Optional.empty(), plants().source("PLANT-2"));
    }

    @Test
    void whoWaitsForACertificateIsShownWithIt() {
        lines.known = Optional.of(false);
        lines.statuses.add(new SourceStatus(
                SOURCE,
                SourceState.CERTIFICATE_REFUSED,
                NOON,
                "NOT_TRUSTED",
                Optional.of(THUMBPRINT),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                counts(0)));
        assertEquals(List.of(SOURCE), plants().certificates().get(0).waiting());
    }

    @Test
    void aDecisionAboutACertificateIsInTheTrailOrNotKeptAtAll() {
        lines.known = Optional.of(false);
        Act act = new Act(NOON, "wang", "compared by telephone");
        ActsInTrail.wholeOrAbsent(store, 1, () -> plants().decide(THUMBPRINT, TrustActRow.Kind.TRUSTED, act));
        assertEquals(List.of("UNSTATED wang TRUSTED opcua-trust-act:1 compared by telephone"), ActsInTrail.told(store));
        ActsInTrail.changedIsNamed(store, 1, "UPDATE opcua_trust_act SET thumbprint = 'x'");
    }

    @Test
    void aDecisionIsKeptBeforeItIsCarriedOutAndOnlyIfThereIsSomethingToDecide() {
        Act act = new Act(NOON, "wang", "compared by telephone");
        assertEquals(Optional.empty(), plants().decide(THUMBPRINT, TrustActRow.Kind.TRUSTED, act));
        assertEquals(List.of(), plants().trustActs(10));

        lines.known = Optional.of(false);
        TrustActRow trusted =
                plants().decide(THUMBPRINT, TrustActRow.Kind.TRUSTED, act).orElseThrow();
        assertEquals(Optional.of(true), lines.known);
        assertEquals(Optional.empty(), plants().decide(THUMBPRINT, TrustActRow.Kind.TRUSTED, act), "trusted already");
        TrustActRow withdrawn =
                plants().decide(THUMBPRINT, TrustActRow.Kind.WITHDRAWN, act).orElseThrow();
        assertEquals(Optional.of(false), lines.known);
        assertEquals(List.of(withdrawn, trusted), plants().trustActs(10));
        assertEquals("CN=boiler", trusted.subject());
        assertEquals(act, trusted.act());
    }

    private void heard(String station) {
        store.write(handle -> {
            StationRecords.saveHeard(handle, List.of(new HeardRow(station, NOON, 1, NOON, 1, 1, "")));
            return true;
        });
    }

    private static Boiler boiler(String id, String outlet) {
        return new Boiler(
                new BoilerId(id),
                new EnterpriseId("E1"),
                id,
                new BigDecimal("75"),
                Boiler.Fuel.COAL,
                Optional.of(outlet).filter(name -> !name.isEmpty()).map(OutletId::new),
                Boiler.Fate.KEPT,
                "清单 2017-1",
                Boiler.History.NONE,
                Verification.UNVERIFIED,
                Effective.ALWAYS);
    }

    private static SourceStatus status(SourceState state, long values, Map<String, Long> badNodes) {
        return new SourceStatus(
                SOURCE,
                state,
                NOON,
                "",
                Optional.empty(),
                Optional.of(NOON),
                Optional.empty(),
                badNodes,
                counts(values));
    }

    private static SourceCounts counts(long values) {
        return new SourceCounts(1, 0, 1, 10, values, 0, 0, 0, 0, 0, 0);
    }

    private static final class Lines implements SourceLines {

        private final List<SourceStatus> statuses = new ArrayList<>();
        private Map<Mn, String> problems = Map.of();
        private Optional<Boolean> known = Optional.empty();

        @Override
        public List<SourceStatus> statuses() {
            return statuses;
        }

        @Override
        public Map<Mn, String> problems() {
            return problems;
        }

        @Override
        public List<CertificateFile> certificates() {
            return known.map(trusted -> List.of(new CertificateFile(
                            THUMBPRINT, trusted, "CN=boiler", "CN=boiler", NOON, NOON, "urn:plant", List.of())))
                    .orElse(List.of());
        }

        @Override
        public boolean trust(String thumbprint) {
            known = Optional.of(true);
            return true;
        }

        @Override
        public boolean withdraw(String thumbprint) {
            known = Optional.of(false);
            return true;
        }
    }
}
