package io.stackwatch.simulator.boiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.simulator.plant.StackGas;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoilerTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** Two in the afternoon, when least heat is asked. */
    private static final Instant AFTERNOON = Instant.parse("2026-12-10T06:00:00Z");

    private static final BoilerDesign DESIGN = BoilerDesign.ofTonnes(75);

    @Test
    void theSameSeedAndInstantGiveTheSameFigures() {
        assertEquals(burning(7).at(AFTERNOON), burning(7).at(AFTERNOON));
        assertNotEquals(burning(7).at(AFTERNOON), burning(8).at(AFTERNOON));
    }

    @Test
    void theFiguresOfAWeekAreThoseOfABurningBoiler() {
        Boiler boiler = burning(11);
        for (Instant at = AFTERNOON; at.isBefore(AFTERNOON.plus(Duration.ofDays(7))); at = at.plusSeconds(600)) {
            BoilerFigures figures = boiler.at(at);
            StackGas gas = figures.gas();
            assertEquals(FireState.RUNNING, figures.fire());
            assertBetween(0.35 * 75, figures.load(), 1.02 * 75, figures);
            assertBetween(7.5, gas.oxygen(), 13, figures);
            assertBetween(8, gas.sulphurDioxide(), 40, figures);
            assertBetween(20, gas.nitrogenOxides(), 75, figures);
            assertBetween(1.5, gas.particulates(), 9, figures);
            assertBetween(42, gas.temperature(), 54, figures);
            assertBetween(8, gas.humidity(), 16, figures);
            assertBetween(3, gas.velocity(), 13, figures);
            assertBetween(-0.2, gas.pressure(), 0, figures);
            assertBetween(60, figures.fanCurrent(), 190, figures);
        }
    }

    @Test
    void moreHeatIsGivenBeforeDawnThanInTheAfternoon() {
        Instant dawn = AFTERNOON.plus(Duration.ofHours(15));

        assertTrue(burning(5).at(dawn).load() > burning(5).at(AFTERNOON).load());
        assertTrue(burning(5).at(dawn).gas().oxygen()
                < burning(5).at(AFTERNOON).gas().oxygen());
    }

    /** What is burnt is what the steam needs: 2.34 MJ/kg of steam, 20.9 MJ/kg of coal, some 85 percent of it used. */
    @Test
    void theCoalIsThatOfTheSteam() {
        BoilerFigures figures = burning(5).at(AFTERNOON);

        double used = figures.load() * 2.34 / (figures.fuel() * 20.9);
        assertBetween(0.80, used, 0.87, figures);
        assertEquals(figures.load(), figures.steam(), 0.01 * figures.load());
        assertEquals(figures.load() * 1.02, figures.feedWater(), 0.02 * 75);
    }

    /** Sulphur in is sulphur out: without scrubber, 0.6 percent of the coal's mass, 85 percent of it burnt, twice its mass. */
    @Test
    void aTrippedScrubberLetsTheSulphurOfTheCoalThrough() {
        Spell trip = new Spell(AFTERNOON.minusSeconds(1_800), AFTERNOON.plusSeconds(1_800));
        BoilerFigures tripped = boiler(5, FirePlan.always(), List.of(trip)).at(AFTERNOON);
        BoilerFigures working = burning(5).at(AFTERNOON);

        double out = tripped.gas().sulphurDioxide() * tripped.gas().flow();
        assertEquals(tripped.fuel() / 3.6 * 0.006 * 0.85 * 2e6, out, 0.2 * out);
        assertTrue(tripped.gas().sulphurDioxide() > 20 * working.gas().sulphurDioxide(), "" + tripped);
        assertEquals(working.gas().nitrogenOxides(), tripped.gas().nitrogenOxides(), 1e-9);
        assertTrue(tripped.gas().temperature() > working.gas().temperature() + 40, "hot " + tripped);
        assertTrue(tripped.gas().humidity() < working.gas().humidity(), "dry " + tripped);
    }

    @Test
    void aScrubberComesBackWithinTenMinutes() {
        Spell trip = new Spell(AFTERNOON.minusSeconds(7_200), AFTERNOON.minusSeconds(3_600));
        Boiler boiler = boiler(5, FirePlan.always(), List.of(trip));

        assertTrue(boiler.at(AFTERNOON.minusSeconds(3_300)).gas().sulphurDioxide() > 200);
        assertEquals(burning(5).at(AFTERNOON.minusSeconds(3_000)), boiler.at(AFTERNOON.minusSeconds(3_000)));
        assertEquals(burning(5).at(AFTERNOON.minusSeconds(7_201)), boiler.at(AFTERNOON.minusSeconds(7_201)));
    }

    /** HJ 75-2017, Qsn = F V 273/(273+ts) (Ba+Ps)/101325 (1-Xsw). */
    @Test
    void flowAndVelocityAgree() {
        StackGas gas = burning(3).at(AFTERNOON).gas();

        double flow = gas.velocity()
                * DESIGN.area()
                * 273
                / (273 + gas.temperature())
                * (101.325 + gas.pressure())
                / 101.325
                * (1 - gas.humidity() / 100);
        assertEquals(gas.flow(), flow, 1e-9);
    }

    /** The oxygen that is not there was burnt by the coal: 0.256 m3/MJ of dry gas without any oxygen left. */
    @Test
    void theOxygenBalanceCloses() {
        for (Instant at : List.of(AFTERNOON, AFTERNOON.plus(Duration.ofHours(15)))) {
            BoilerFigures figures = burning(3).at(at);

            double withoutOxygen = figures.fuel() / 3.6 * 0.256 * 20.9;
            double air = figures.gas().flow() - withoutOxygen;
            assertEquals(20.9 * air / figures.gas().flow(), figures.gas().oxygen(), 1e-9);
        }
    }

    @Test
    void aBoilerIsLitRunsIsBankedIsRaisedAndShutDown() {
        Instant lit = Instant.parse("2026-12-10T00:00:00Z");
        Spell fire = new Spell(lit, lit.plus(Duration.ofHours(30)));
        Spell banking = new Spell(lit.plus(Duration.ofHours(12)), lit.plus(Duration.ofHours(18)));
        Boiler boiler = boiler(5, new FirePlan(List.of(fire), List.of(banking)), List.of());

        assertTimeline(
                boiler,
                lit,
                "-00:10 COLD, 00:05 START_UP, 03:59 START_UP, 04:00 RUNNING, 11:59 RUNNING, "
                        + "12:00 BANKED, 17:59 BANKED, 18:00 START_UP, 18:46 RUNNING, 29:59 RUNNING, 30:00 SHUT_DOWN, "
                        + "31:59 SHUT_DOWN, 32:00 COLD");
    }

    @Test
    void aColdBoilerHasAirInItsStackAndStandsStill() {
        BoilerFigures cold =
                boiler(5, new FirePlan(List.of(), List.of()), List.of()).at(AFTERNOON);

        assertEquals(20.9, cold.gas().oxygen(), 1e-9);
        assertEquals(0, cold.gas().sulphurDioxide());
        assertEquals(0, cold.fanCurrent());
        assertEquals(0, cold.fuel());
        assertEquals(0, cold.feedWater());
        assertEquals(4, cold.gas().temperature(), 1);
        assertTrue(cold.gas().flow() > 0);
    }

    @Test
    void aPurgeMovesAirAndBurnsNothing() {
        Spell fire = new Spell(AFTERNOON.minusSeconds(600), AFTERNOON.plus(Duration.ofHours(30)));
        BoilerFigures purge =
                boiler(5, new FirePlan(List.of(fire), List.of()), List.of()).at(AFTERNOON);

        assertEquals(FireState.START_UP, purge.fire());
        assertEquals(20.9, purge.gas().oxygen(), 1e-9);
        assertEquals(0, purge.fuel());
        assertTrue(purge.fanCurrent() > 50, "" + purge);
    }

    /** A cold DeNOx and the false air: raw figures are not high because little is burnt, converted ones are. */
    @Test
    void aStartingBoilerIsDilutedAndItsDenoxNotReady() {
        Spell fire = new Spell(AFTERNOON.minusSeconds(5_400), AFTERNOON.plus(Duration.ofHours(30)));
        StackGas starting = boiler(5, new FirePlan(List.of(fire), List.of()), List.of())
                .at(AFTERNOON)
                .gas();
        StackGas running = burning(5).at(AFTERNOON).gas();

        assertTrue(starting.oxygen() > running.oxygen() + 2, starting.toString());
        double converted = starting.nitrogenOxides() * 12 / (21 - starting.oxygen());
        assertTrue(converted > 3 * running.nitrogenOxides() * 12 / (21 - running.oxygen()), starting.toString());
    }

    @Test
    void aBankedBoilerBurnsLittleInMuchAir() {
        Spell banking = new Spell(AFTERNOON.minusSeconds(7_200), AFTERNOON.plusSeconds(7_200));
        FirePlan plan = new FirePlan(FirePlan.always().fires(), List.of(banking));
        BoilerFigures banked = boiler(5, plan, List.of()).at(AFTERNOON);

        assertEquals(FireState.BANKED, banked.fire());
        assertBetween(0.01 * 75, banked.load(), 0.05 * 75, banked);
        assertBetween(16, banked.gas().oxygen(), 20.5, banked);
        assertTrue(banked.fanCurrent() < burning(5).at(AFTERNOON).fanCurrent(), "" + banked);
    }

    /** No figure jumps: what a boiler cannot do in five seconds, this one does not. */
    @Test
    void nothingJumpsFromOneSampleToTheNext() {
        Instant lit = Instant.parse("2026-12-10T00:00:00Z");
        Spell fire = new Spell(lit, lit.plus(Duration.ofHours(30)));
        Spell banking = new Spell(lit.plus(Duration.ofHours(12)), lit.plus(Duration.ofHours(18)));
        Boiler boiler = boiler(5, new FirePlan(List.of(fire), List.of(banking)), List.of());
        BoilerFigures before = boiler.at(lit.plusSeconds(5));
        for (Instant at = lit.plusSeconds(10); at.isBefore(lit.plus(Duration.ofHours(31))); at = at.plusSeconds(5)) {
            BoilerFigures now = boiler.at(at);
            assertEquals(before.load(), now.load(), 0.75, "load at " + at);
            assertEquals(before.gas().oxygen(), now.gas().oxygen(), 0.5, "oxygen at " + at);
            assertEquals(before.gas().sulphurDioxide(), now.gas().sulphurDioxide(), 2, "SO2 at " + at);
            assertEquals(before.gas().temperature(), now.gas().temperature(), 1, "temperature at " + at);
            before = now;
        }
    }

    @Test
    void aDesignOutsideOfAnyBoilerIsRefused() {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> BoilerDesign.ofTonnes(0));

        assertEquals("rated tonnes must be 1.0 to 2000.0: 0.0", refused.getMessage());
    }

    private static void assertTimeline(Boiler boiler, Instant start, String timeline) {
        for (String step : timeline.split(", ", -1)) {
            String[] words = step.split(" ", -1);
            boolean before = words[0].startsWith("-");
            String[] time = words[0].replace("-", "").split(":", -1);
            Duration after = Duration.ofHours(Long.parseLong(time[0])).plusMinutes(Long.parseLong(time[1]));
            Instant at = start.plus(before ? after.negated() : after);
            assertEquals(FireState.valueOf(words[1]), boiler.at(at).fire(), words[0]);
        }
    }

    private static void assertBetween(double least, double value, double most, Object shown) {
        assertTrue(value >= least && value <= most, value + " is not within " + least + " and " + most + ": " + shown);
    }

    private static Boiler burning(long seed) {
        return boiler(seed, FirePlan.always(), List.of());
    }

    private static Boiler boiler(long seed, FirePlan plan, List<Spell> trips) {
        return new Boiler(DESIGN, plan, trips, seed, SHANGHAI);
    }
}
