package io.stackwatch.core.integrity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each detector just below, at and beyond its threshold; hours are written value/flag, ! is explained by a mark, - was not received. */
class HourDetectorTest {

    private static final Instant FIRST = Instant.parse("2026-11-20T00:00:00Z");
    private static final HourDetector.Numbers NUMBERS = new HourDetector.Numbers() {
        @Override
        public BigDecimal decimal(String name) {
            return new BigDecimal(
                    switch (name) {
                        case "oxygen.ceiling" -> "20.9";
                        case "detector.abn.sigmas" -> "5";
                        case "detector.abn.from-hours" -> "12";
                        case "detector.abn.least-share" -> "0.5";
                        default -> "0";
                    });
        }

        @Override
        public Duration duration(String name) {
            return Duration.ofHours(
                    switch (name) {
                        case "detector.const.from-hours" -> 4;
                        case "detector.zero.from-hours" -> 2;
                        case "detector.flag-long.longer-than" -> 24;
                        case "detector.fault.longer-than" -> 12;
                        default -> throw new IllegalArgumentException(name);
                    });
        }
    };

    @Test
    void fourHoursOfTheSameValueAreConstantAndThreeAreNot() {
        assertEquals("", seen("12 12 12"));
        assertEquals("CONST 4", seen("12 12.0 12 12.00"), "as a quantity");
        assertEquals("CONST 5", seen("11 12 12 12 12 12"));
        assertEquals("", seen("12 12 12 12 13"), "it is over");
        assertEquals("", seen("12 12 - 12 12"), "a gap ends the run");
        assertEquals("", seen("12 12 12/M 12"), "maintenance holds values");
    }

    @Test
    void belowZeroIsWrongOfAConcentrationAndRightOfThePressureInAStack() {
        assertEquals(Set.of("a21026", "a21002", "a34013"), new NegativeHour().factors());
    }

    @Test
    void twoHoursOfZeroAreZeroAndNotConstant() {
        assertEquals("", seen("0"));
        assertEquals("ZERO 2", seen("0 0.00"));
        assertEquals("ZERO 6", seen("0 0 0 0 0 0"));
        assertEquals("", seen("0/C 0/C 0/C"), "calibration");
    }

    @Test
    void oneHourBelowZeroIsNegative() {
        assertEquals("NEG 1", seen("3 -0.1"));
        assertEquals("", seen("-0.1 3"));
        assertEquals("", seen("3 -0.1/M"));
    }

    @Test
    void aValueOutsideOfTheRegisteredRangeIsOutOfRange() {
        assertEquals("", seen("100"));
        assertEquals("RANGE 1", seen("100.01"));
        assertEquals("", HourDetectorTest.all(hours("1000"), Optional.empty(), Optional.empty()), "no range, no word");
    }

    @Test
    void oxygenAboveThatOfAirOrBelowZeroIsImpossible() {
        OxygenBad detector = new OxygenBad();
        assertEquals(Optional.empty(), detector.now(hours("20.9"), terms(Optional.empty(), Optional.empty())));
        assertEquals(
                1,
                detector.now(hours("8 20.91"), terms(Optional.empty(), Optional.empty()))
                        .orElseThrow()
                        .hours());
        assertEquals(
                1,
                detector.now(hours("8 -0.1"), terms(Optional.empty(), Optional.empty()))
                        .orElseThrow()
                        .hours());
    }

    @Test
    void dataMarkedForMoreThanADayAndFaultsThatNobodyReportedForMoreThanHalfOfOneAreSeen() {
        assertEquals("", seen("1/M ".repeat(24).strip()));
        assertEquals("FLAG_LONG 25", seen("1/M ".repeat(25).strip()));
        assertEquals("", seen("1/D ".repeat(12).strip()));
        assertEquals("FAULT_12H 13", seen("1/D ".repeat(13).strip()));
        assertEquals("", seen("1/D! ".repeat(13).strip()), "somebody has reported it");
    }

    @Test
    void anHourFarFromTheHoursBeforeItIsASuddenJumpUpOrDown() {
        String usual = "20 21 19 ".repeat(4);
        assertEquals(true, jumps(usual + "31"));
        assertEquals(true, jumps(usual + "9"));
        assertEquals(false, jumps(usual + "29"), "less than half of the mean");
        assertEquals(false, jumps(usual + "31 20"), "it is over");
        assertEquals(false, jumps("20 21 19 20 21 19 20 21 19 20 21 60"), "too few hours before it");
        assertEquals(false, jumps(usual + "60/C"), "calibration");
        assertEquals(false, jumps("5 60 8 70 4 66 9 72 3 61 7 75 90"), "a plant that moves has a wide spread");
        assertEquals(Set.of("a34013", "a21026", "a21002"), new SuddenJump().factors(), "a start moves the others");
    }

    private static boolean jumps(String hours) {
        return new SuddenJump()
                .now(hours(hours), terms(Optional.empty(), Optional.empty()))
                .isPresent();
    }

    @Test
    void whatIsSeenIsSaidWithItsNumbers() {
        assertEquals(
                "4 h: 12 flag N, taken from 4 h on",
                new RepeatedMean()
                        .now(hours("12 12 12 12"), terms(Optional.empty(), Optional.empty()))
                        .orElseThrow()
                        .words());
    }

    /** What is seen in hours of sulphur dioxide. */
    private static String seen(String hours) {
        return all(hours(hours), Optional.of(new BigDecimal("-5")), Optional.of(new BigDecimal("100")));
    }

    private static String all(List<SeenHour> hours, Optional<BigDecimal> least, Optional<BigDecimal> most) {
        return HourDetectors.IN_FORCE.stream()
                .filter(detector ->
                        detector.factors().isEmpty() || detector.factors().contains("a21026"))
                .flatMap(detector -> detector.now(hours, terms(least, most)).stream()
                        .map(run -> detector.code() + " " + run.hours()))
                .collect(Collectors.joining(", "));
    }

    private static HourDetector.Terms terms(Optional<BigDecimal> least, Optional<BigDecimal> most) {
        return new HourDetector.Terms(NUMBERS, least, most);
    }

    private static List<SeenHour> hours(String text) {
        List<SeenHour> hours = new ArrayList<>();
        String[] cells = text.split(" ", -1);
        for (int i = 0; i < cells.length; i++) {
            if (!cells[i].equals("-")) {
                String[] parts = cells[i].replace("!", "").split("/", -1);
                String flag = parts.length > 1 ? parts[1] : "N";
                hours.add(new SeenHour(
                        FIRST.plus(Duration.ofHours(i)),
                        Optional.of(new BigDecimal(parts[0])),
                        flag,
                        flag.equals("N"),
                        cells[i].endsWith("!")));
            }
        }
        return hours;
    }
}
