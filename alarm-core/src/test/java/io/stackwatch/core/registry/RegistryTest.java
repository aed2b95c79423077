package io.stackwatch.core.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.core.exceedance.HourFixture;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Registries with bad rows: each is named, and the rest stays usable. */
final class RegistryTest {

    private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant T1 = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant T2 = Instant.parse("2026-12-01T00:00:00Z");
    private static final EnterpriseId E1 = new EnterpriseId("E1");
    private static final Mn MN1 = new Mn("MN1");
    private static final Mn MN2 = new Mn("MN2");
    private static final RegistryRows SOUND = RegistryRows.EMPTY
            .withRegions(List.of(region("371500", Optional.empty()), region("371502", Optional.of("371500"))))
            .withEnterprises(List.of(new Enterprise(E1, "plant", new RegionCode("371502"), Effective.ALWAYS)))
            .withOutlets(List.of(HourFixture.outlet("C")));

    @Test
    void aSoundRegistryHasNoInconsistencies() {
        RegistryRows rows = SOUND.withStations(List.of(station(MN1, T0, T1), station(MN2, T1, T2)));
        assertEquals(List.of(), Registry.of(rows).inconsistencies());
    }

    @Test
    void stationsThatFollowEachOtherChangeAtExactlyTheInstant() {
        Registry registry = Registry.of(SOUND.withStations(List.of(station(MN1, T0, T1), station(MN2, T1, T2))));
        assertEquals(Optional.empty(), stationAt(registry, T0.minusNanos(1)));
        assertEquals(Optional.of(MN1), stationAt(registry, T0));
        assertEquals(Optional.of(MN1), stationAt(registry, T1.minusNanos(1)));
        assertEquals(Optional.of(MN2), stationAt(registry, T1));
        assertEquals(Optional.empty(), stationAt(registry, T2));
    }

    @Test
    void overlappingVersionsAreNamedByRowAndTheFirstHolds() {
        RegistryRows rows = SOUND.withStations(List.of(station(MN1, T0, T2), station(MN1, T1, T2)));
        Registry registry = Registry.of(rows);
        assertEquals(
                List.of("STATIONS 2 OVERLAPPING_VERSIONS", "STATIONS 2 TWO_STATIONS_FOR_ONE_OUTLET"), found(registry));
        assertEquals(T0, registry.stationAt(MN1, T1).orElseThrow().effective().from());
    }

    @Test
    void twoLoggersForOneOutletAtOnceAreNamed() {
        RegistryRows rows = SOUND.withStations(List.of(station(MN1, T0, T1.plusNanos(1)), station(MN2, T1, T2)));
        assertEquals(List.of("STATIONS 2 TWO_STATIONS_FOR_ONE_OUTLET"), found(Registry.of(rows)));
    }

    @Test
    void rowsThatPointToNothingAreNamed() {
        Effective always = Effective.ALWAYS;
        OutletId nowhere = new OutletId("DA404");
        RegistryRows rows = new RegistryRows(
                List.of(region("371502", Optional.of("370000"))),
                List.of(
                        new Enterprise(E1, "plant", new RegionCode("371502"), always),
                        new Enterprise(new EnterpriseId("E2"), "mill", new RegionCode("999999"), always)),
                List.of(HourFixture.outlet("C")),
                List.of(new Station(MN1, nowhere, always)),
                List.of(new CemsDuty(nowhere, CemsDuty.Basis.CITY_LIST, "list", Verification.VERIFIED, always)),
                List.of(new DutyPause(nowhere, DutyPause.Kind.STOP_ACCEPTED, "declaration", always)));
        Registry registry = Registry.of(rows);
        assertEquals(
                List.of(
                        "REGIONS 1 UNKNOWN_PARENT",
                        "ENTERPRISES 2 UNKNOWN_PARENT",
                        "STATIONS 1 UNKNOWN_PARENT",
                        "DUTIES 1 UNKNOWN_PARENT",
                        "PAUSES 1 UNKNOWN_PARENT"),
                found(registry));
        assertEquals("plant", registry.enterpriseAt(E1, T0).orElseThrow().name());
    }

    private static Optional<Mn> stationAt(Registry registry, Instant instant) {
        return registry.stationOf(HourFixture.OUTLET, instant).map(Station::mn);
    }

    private static List<String> found(Registry registry) {
        return registry.inconsistencies().stream()
                .map(one -> one.table() + " " + one.row() + " " + one.kind())
                .toList();
    }

    private static Station station(Mn mn, Instant from, Instant until) {
        return new Station(mn, HourFixture.OUTLET, Effective.between(from, until));
    }

    private static Region region(String code, Optional<String> parent) {
        return new Region(
                new RegionCode(code),
                "区",
                "district",
                parent.map(RegionCode::new),
                Effective.ALWAYS,
                Verification.DESIGN);
    }
}
