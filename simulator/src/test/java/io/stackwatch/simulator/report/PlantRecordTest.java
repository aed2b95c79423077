package io.stackwatch.simulator.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.simulator.plant.Outage;
import io.stackwatch.simulator.plant.Plant;
import io.stackwatch.simulator.plant.PlantKinds;
import io.stackwatch.simulator.plant.Quantity;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A plant that stands from eight to twelve, with three quarters of an hour before and after to run down and up. */
class PlantRecordTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant MIDNIGHT = Instant.parse("2026-11-22T16:00:00Z");
    private static final Instant EIGHT = Instant.parse("2026-11-23T00:00:00Z");
    private static final Instant TWELVE = Instant.parse("2026-11-23T04:00:00Z");
    private static final FactorTable FACTORS = FactorTable.load();

    private final PlantRecord record = new PlantRecord(recorder(), Edition.Y2025, SHANGHAI);

    @Test
    void facilitiesRunWhileThePlantDoes() {
        assertEquals(List.of("SB1-RS=1", "SB2-RS=1"), items(Command.FACILITY_STATE, MIDNIGHT));
        assertEquals(List.of("SB1-RS=0", "SB2-RS=0"), items(Command.FACILITY_STATE, EIGHT.plusSeconds(60)));
    }

    @Test
    void fourHoursOfStandingAreMissingInTheDay() {
        assertEquals(List.of("SB1-RT=19.9", "SB2-RT=19.9"), items(Command.FACILITY_TIME, MIDNIGHT));
    }

    @Test
    void conditionsAreMarkedWithStoppingStandingStartingAndNormal() {
        assertEquals("p99101-Rtd=N,p99101-Flag=N", condition(MIDNIGHT));
        assertEquals("p99101-Rtd=Sd,p99101-Flag=N", condition(EIGHT.minusSeconds(600)));
        assertEquals("p99101-Rtd=F,p99101-Flag=N", condition(EIGHT.plusSeconds(600)));
        assertEquals("p99101-Rtd=St,p99101-Flag=N", condition(TWELVE.plusSeconds(600)));
    }

    @Test
    void powerFollowsTheLoad() {
        assertTrue(items(Command.POWER, EIGHT.plusSeconds(600)).contains("d20405-Rtd=0.00,d20405-Flag=N"));
        List<String> running = items(Command.POWER, MIDNIGHT);
        assertEquals(6, running.size());
        assertTrue(running.stream().noneMatch(item -> item.contains("-Rtd=0.00")), running.toString());
        assertTrue(running.get(0).matches("d20105-Rtd=2(19|20|21)\\.\\d\\d,d20105-Flag=N"), running.get(0));
    }

    @Test
    void onlyPollutantsAreCheckedWithAStandardSample() {
        List<String> items = items(Command.STANDARD_CHECK, EIGHT);

        assertEquals(1, items.size());
        assertTrue(
                items.get(0)
                        .matches("a21026-SampleRd=(49|50|51)\\.\\d;a21026-StandardValue=50\\.0;a21026-ResultType=1"),
                items.get(0));
    }

    @Test
    void aCycleHasItsBeginningItsEndAndItsMean() {
        List<String> items = items(Command.CYCLE, MIDNIGHT);

        assertEquals(1, items.size());
        assertTrue(
                items.get(0)
                        .matches("a21026-SampleTime=20261123000000,a21026-CompleteTime=20261123004000,"
                                + "a21026-SampleType=1,a21026-Avg=\\d+\\.\\d\\d,a21026-Flag=N"),
                items.get(0));
    }

    private String condition(Instant at) {
        return items(Command.CONDITIONS, at).get(0);
    }

    private List<String> items(Command command, Instant at) {
        return record.items(new Report(command, at));
    }

    private static Recorder recorder() {
        Plant plant = new Plant(
                PlantKinds.load().named("power").orElseThrow(),
                1,
                42,
                SHANGHAI,
                List.of(),
                List.of(new Outage(EIGHT, TWELVE)));
        List<Factor> factors = List.of(FACTORS.of(Quantity.SULPHUR_DIOXIDE), FACTORS.of(Quantity.OXYGEN));
        return new Recorder(plant, factors, Optional.of(new Conversion(6)), List.of(), SHANGHAI);
    }
}
