package io.stackwatch.simulator.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.simulator.plant.Plant;
import io.stackwatch.simulator.plant.PlantKind;
import io.stackwatch.simulator.plant.PlantKinds;
import io.stackwatch.simulator.plant.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecorderTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant EIGHT = Instant.parse("2026-11-23T00:00:00Z");
    private static final PlantKind POWER = PlantKinds.load().named("power").orElseThrow();
    private static final FactorTable FACTORS = FactorTable.load();

    @Test
    void anHourIsTheMeanOfTheMinutesThatWereReported() {
        Recorder recorder = recorder(List.of());
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal kilograms = BigDecimal.ZERO;
        for (int minute = 0; minute < 60; minute++) {
            Figures one = recorder.minutes(EIGHT.plus(Duration.ofMinutes(minute)), Duration.ofMinutes(1))
                    .get(Quantity.SULPHUR_DIOXIDE);
            sum = sum.add(one.converted().orElseThrow().avg());
            kilograms = kilograms.add(one.amount().orElseThrow());
        }

        Figures hour = recorder.hour(EIGHT).get(Quantity.SULPHUR_DIOXIDE);

        assertEquals(
                sum.divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_EVEN),
                hour.converted().orElseThrow().avg());
        assertEquals(kilograms, hour.amount().orElseThrow());
    }

    @Test
    void aDayIsTheMeanOfItsHours() {
        Recorder recorder = recorder(List.of());
        List<BigDecimal> hours = new ArrayList<>();
        Instant midnight = Instant.parse("2026-11-22T16:00:00Z");
        for (int hour = 0; hour < 24; hour++) {
            hours.add(recorder.hour(midnight.plus(Duration.ofHours(hour)))
                    .get(Quantity.OXYGEN)
                    .measured()
                    .avg());
        }
        BigDecimal mean = hours.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(24), 2, RoundingMode.HALF_EVEN);

        assertEquals(
                mean,
                recorder.day(LocalDate.of(2026, 11, 23))
                        .get(Quantity.OXYGEN)
                        .measured()
                        .avg());
    }

    @Test
    void sixteenMinutesOfMaintenanceSpoilTheHourAndFifteenDoNot() {
        Mark fifteen = new Mark("M", EIGHT, EIGHT.plus(Duration.ofMinutes(15)));
        Mark sixteen = new Mark("M", EIGHT, EIGHT.plus(Duration.ofMinutes(16)));

        assertEquals(
                "N", recorder(List.of(fifteen)).hour(EIGHT).get(Quantity.OXYGEN).flag());
        assertEquals(
                "D", recorder(List.of(sixteen)).hour(EIGHT).get(Quantity.OXYGEN).flag());
    }

    @Test
    void realtimeValuesCarryTheMarkItself() {
        Mark mark = new Mark("C", EIGHT, EIGHT.plusSeconds(60));

        assertEquals(
                "C", recorder(List.of(mark)).instant(EIGHT).get(Quantity.OXYGEN).flag());
        assertEquals(
                "N",
                recorder(List.of(mark))
                        .instant(EIGHT.plusSeconds(60))
                        .get(Quantity.OXYGEN)
                        .flag());
    }

    @Test
    void onlyPollutantsAreConvertedAndOnlyFlowAndPollutantsHaveAnAmount() {
        Map<Quantity, Figures> hour = recorder(List.of()).hour(EIGHT);

        assertTrue(hour.get(Quantity.NITROGEN_OXIDES).converted().isPresent());
        assertFalse(hour.get(Quantity.TEMPERATURE).converted().isPresent());
        assertTrue(hour.get(Quantity.FLOW).amount().isPresent());
        assertFalse(hour.get(Quantity.OXYGEN).amount().isPresent());
    }

    @Test
    void theSameHourIsTheSameWheneverItIsAskedFor() {
        assertEquals(recorder(List.of()).hour(EIGHT), recorder(List.of()).hour(EIGHT));
    }

    private static Recorder recorder(List<Mark> marks) {
        Plant plant = new Plant(POWER, 1, 42, SHANGHAI, List.of(), List.of());
        List<Factor> factors = Arrays.stream(Quantity.values()).map(FACTORS::of).toList();
        return new Recorder(plant, factors, Optional.of(new Conversion(6)), marks, SHANGHAI);
    }
}
