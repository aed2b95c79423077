package io.stackwatch.gateway.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.connectors.opcua.mapping.NodeRow;
import io.stackwatch.connectors.opcua.mapping.StatusProfiles;
import io.stackwatch.connectors.opcua.source.Rhythm;
import io.stackwatch.connectors.opcua.source.Security;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Inconsistency;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.RegistryRows;
import io.stackwatch.core.registry.Station;
import io.stackwatch.gateway.records.PlantRows;
import io.stackwatch.gateway.records.RegisteredFacts;
import io.stackwatch.gateway.records.RegisteredSource;
import io.stackwatch.gateway.records.SourceLogin;
import io.stackwatch.gateway.records.StationSettings;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who speaks for an outlet is one answer at every instant (decision record 0026). */
final class DerivedStationsTest {

    private static final Mn SOURCE = new Mn("PLANT-1");
    private static final OutletId OUTLET = new OutletId("DA001");
    private static final Mn OURS = new Mn("OPC.PLANT-1.DA001");
    private static final Mn LOGGER = new Mn("M1");

    @Test
    void weAreTheLoggerWhereNobodyElseIs() {
        RegistrySnapshot snapshot = snapshot(
                List.of(),
                List.of(source(since(1))),
                List.of(node("ns=2;s=SO2", "a21026", since(2)), node("ns=2;s=O2", "a19001", between(3, 4))));
        assertEquals(List.of("OPC.PLANT-1.DA001 2-"), derived(snapshot));
        assertEquals(Optional.of(OURS), speaker(snapshot, 5));
        assertEquals(Optional.empty(), speaker(snapshot, 1));

        StationProfile profile = snapshot.profileAt(OURS, day(5)).orElseThrow();
        assertEquals(StationProfile.Edition.HJ212_2025, profile.edition());
        assertEquals(Optional.empty(), profile.encryption());
        assertEquals(Duration.ofMinutes(1), profile.minuteInterval());
        assertEquals(Optional.empty(), snapshot.profileAt(OURS, day(1)));
    }

    @Test
    void aLoggerTakesItsTimeOutOfOurs() {
        RegistrySnapshot snapshot = snapshot(
                List.of(new Station(LOGGER, OUTLET, between(3, 5)), new Station(LOGGER, OUTLET, since(8))),
                List.of(source(since(1))),
                List.of(node("ns=2;s=SO2", "a21026", since(1))));
        assertEquals(List.of("OPC.PLANT-1.DA001 1-3", "OPC.PLANT-1.DA001 5-8"), derived(snapshot));
        assertEquals(Optional.of(OURS), speaker(snapshot, 2));
        assertEquals(Optional.of(LOGGER), speaker(snapshot, 3));
        assertEquals(Optional.of(OURS), speaker(snapshot, 5));
        assertEquals(Optional.of(LOGGER), speaker(snapshot, 8));
        assertTrue(snapshot.registry().inconsistencies().stream()
                .noneMatch(found -> found.kind() == Inconsistency.Kind.TWO_STATIONS_FOR_ONE_OUTLET));
    }

    @Test
    void neighbouringVersionsOfNodesAndSourcesAreOneStretch() {
        RegistrySnapshot snapshot = snapshot(
                List.of(),
                List.of(source(between(1, 4)), source(between(4, 9))),
                List.of(node("ns=2;s=A", "a21026", between(1, 3)), node("ns=2;s=B", "a21026", since(3))));
        assertEquals(List.of("OPC.PLANT-1.DA001 1-9"), derived(snapshot));
    }

    @Test
    void nodesOfASourceThatIsNotInForceMakeNoStation() {
        assertEquals(List.of(), derived(snapshot(List.of(), List.of(), List.of(node("ns=2;s=A", "a21026", since(1))))));
    }

    @Test
    void nobodyMayConnectUnderItsName() {
        assertTrue(DerivedStations.isDerived(DerivedStations.nameOf(SOURCE, OUTLET)));
        assertFalse(DerivedStations.isDerived(LOGGER));
    }

    private static RegistrySnapshot snapshot(
            List<Station> loggers, List<RegisteredSource> sources, List<NodeRow> nodes) {
        List<StationSettings> settings = loggers.stream()
                .map(logger -> new StationSettings(StationProfile.strict(logger.mn(), "123456"), logger.effective()))
                .toList();
        RegistryRows rows = RegistryRows.EMPTY.withStations(loggers);
        return RegistrySnapshot.of(
                new RegisteredFacts(
                        rows, List.of(), settings, List.of(), new PlantRows(sources, nodes, List.of(), List.of())),
                List.of());
    }

    private static List<String> derived(RegistrySnapshot snapshot) {
        return snapshot.registry().rows().stations().stream()
                .filter(station -> DerivedStations.isDerived(station.mn()))
                .map(station -> station.mn() + " " + days(station.effective()))
                .toList();
    }

    private static String days(Effective effective) {
        return number(effective.from())
                + "-"
                + effective.until().map(DerivedStationsTest::number).orElse("");
    }

    private static String number(Instant instant) {
        return String.valueOf(Duration.between(day(0), instant).toDays());
    }

    private static Optional<Mn> speaker(RegistrySnapshot snapshot, int day) {
        return snapshot.registry().stationOf(OUTLET, day(day)).map(Station::mn);
    }

    private static Instant day(int number) {
        return Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofDays(number));
    }

    private static Effective since(int day) {
        return Effective.since(day(day));
    }

    private static Effective between(int from, int until) {
        return Effective.between(day(from), day(until));
    }

    private static RegisteredSource source(Effective effective) {
        return new RegisteredSource(
                SOURCE, "opc.tcp://h:4840", Security.none(), SourceLogin.ANONYMOUS, Rhythm.defaults(), true, effective);
    }

    private static NodeRow node(String node, String factor, Effective effective) {
        return new NodeRow(
                SOURCE,
                node,
                OUTLET,
                new FactorCode(factor),
                new Unit("mg/m3"),
                NodeRow.Scaling.NONE,
                StatusProfiles.DEFAULT,
                new NodeRow.Watch(BigDecimal.ZERO, Optional.empty(), Duration.ofMinutes(1)),
                effective,
                2);
    }
}
