package io.stackwatch.simulator.plant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlantTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    private static final PlantKind BOILER =
            PlantKinds.load().named("coal-boiler").orElseThrow();

    @Test
    void theSameSeedAndInstantGiveTheSameGas() {
        assertEquals(plant(7).gasAt(NOON), plant(7).gasAt(NOON));
        assertNotEquals(plant(7).gasAt(NOON), plant(8).gasAt(NOON));
    }

    @Test
    void theOrderOfTheQuestionsDoesNotMatter() {
        Plant plant = plant(7);
        StackGas later = plant.gasAt(NOON.plusSeconds(3_600));
        plant.gasAt(NOON);

        assertEquals(later, plant.gasAt(NOON.plusSeconds(3_600)));
    }

    @Test
    void theFiguresOfAWeekAreThoseOfABurningBoiler() {
        Plant plant = plant(11);
        for (Instant at = NOON; at.isBefore(NOON.plus(Duration.ofDays(7))); at = at.plusSeconds(600)) {
            StackGas gas = plant.gasAt(at);
            assertTrue(gas.load() >= 0.3 && gas.load() <= 1.05, "load " + gas);
            assertTrue(gas.oxygen() > 7 && gas.oxygen() < 13, "oxygen " + gas);
            assertTrue(gas.sulphurDioxide() > 8 && gas.sulphurDioxide() < 32, "SO2 " + gas);
            assertTrue(gas.temperature() > 40 && gas.temperature() < 80, "temperature " + gas);
            assertTrue(gas.flow() > 0, "flow " + gas);
        }
    }

    /** Dry standard flow: HJ 75-2017, Qsn = F V 273/(273+ts) (Ba+Ps)/101325 (1-Xsw). */
    @Test
    void flowFollowsFromVelocityTemperaturePressureAndMoisture() {
        StackGas gas = plant(3).gasAt(NOON);

        double expected = gas.velocity()
                * BOILER.area()
                * 273
                / (273 + gas.temperature())
                * (101.325 + gas.pressure())
                / 101.325
                * (1 - gas.humidity() / 100);
        assertEquals(expected, gas.flow(), 1e-9);
    }

    @Test
    void lessLoadMeansMoreOxygen() {
        Instant dawn = Instant.parse("2026-11-22T20:00:00Z");
        Instant afternoon = Instant.parse("2026-11-23T08:00:00Z");

        assertTrue(plant(5).gasAt(dawn).load() < plant(5).gasAt(afternoon).load());
        assertTrue(plant(5).gasAt(dawn).oxygen() > plant(5).gasAt(afternoon).oxygen());
    }

    @Test
    void anEpisodeMultipliesItsPollutantWhileItLastsAndNothingElse() {
        Episode episode = new Episode(Quantity.SULPHUR_DIOXIDE, 1.8, NOON.minusSeconds(3_600), NOON.plusSeconds(3_600));
        Plant with = plant(7).with(episode);

        assertEquals(
                1.8 * plant(7).gasAt(NOON).sulphurDioxide(), with.gasAt(NOON).sulphurDioxide(), 1e-9);
        assertEquals(plant(7).gasAt(NOON).nitrogenOxides(), with.gasAt(NOON).nitrogenOxides(), 1e-9);
        Instant before = NOON.minusSeconds(3_601);
        assertEquals(plant(7).gasAt(before), with.gasAt(before));
        Instant after = NOON.plusSeconds(3_600);
        assertEquals(plant(7).gasAt(after), with.gasAt(after));
    }

    @Test
    void aStoppedPlantHasAirInItsStack() {
        Outage outage = new Outage(NOON, NOON.plus(Duration.ofHours(5)));
        Plant plant = new Plant(BOILER, 1, 7, SHANGHAI, List.of(), List.of(outage));

        StackGas stopped = plant.gasAt(NOON.plus(Duration.ofHours(2)));
        assertEquals(0, stopped.load());
        assertEquals(20.9, stopped.oxygen(), 1e-9);
        assertTrue(stopped.sulphurDioxide() < 1, "SO2 " + stopped.sulphurDioxide());
        StackGas rampingUp = plant.gasAt(NOON.plus(Duration.ofHours(5)).plusSeconds(1_350));
        StackGas running = plant(7).gasAt(NOON.plus(Duration.ofHours(5)).plusSeconds(1_350));
        assertEquals(running.load() / 2, rampingUp.load(), 1e-6);
    }

    @Test
    void everyKindThatThePlanNamesIsThere() {
        PlantKinds kinds = PlantKinds.load();
        for (String name :
                List.of("power", "sinter", "coking", "cement", "glass", "nonferrous", "brick", "coal-boiler")) {
            assertTrue(kinds.named(name).isPresent(), name);
        }
    }

    private static Plant plant(long seed) {
        return new Plant(BOILER, 1, seed, SHANGHAI, List.of(), List.of());
    }
}
