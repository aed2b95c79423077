package io.stackwatch.simulator.deceit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LabelledFleetTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant START = Instant.parse("2026-10-31T16:00:00Z");

    private static final List<LabelledMonth> MONTHS = new LabelledFleet(START, SHANGHAI, 7).months(1);

    @Test
    void theSameSeedGivesTheSameMonthsAndAnotherSeedOthers() {
        assertEquals(MONTHS, new LabelledFleet(START, SHANGHAI, 7).months(1));
        assertNotEquals(MONTHS, new LabelledFleet(START, SHANGHAI, 8).months(1));
    }

    @Test
    void everyDeceitIsLabelledAndOnlyThose() {
        Set<Deceit> labelled = MONTHS.stream()
                .flatMap(month -> month.labels().stream())
                .map(Label::deceit)
                .collect(Collectors.toSet());
        assertEquals(Set.of(Deceit.values()), labelled);
        for (LabelledMonth month : MONTHS) {
            assertTrue(
                    month.labels().stream().map(Label::deceit).distinct().count() <= 1,
                    month.outlet() + month.labels());
            assertTrue(month.oddity() == Oddity.NONE || month.labels().isEmpty(), month.outlet());
        }
    }

    @Test
    void labelsLieInTheMonthBehindTenQuietDays() {
        Instant quiet = START.plus(Duration.ofDays(10));
        Instant end = START.plus(Duration.ofDays(30));
        MONTHS.stream().flatMap(month -> month.labels().stream()).forEach(label -> {
            assertFalse(label.from().isBefore(quiet), label.toString());
            assertTrue(label.from().isBefore(label.to()), label.toString());
            assertFalse(label.to().isAfter(end), label.toString());
        });
    }

    @Test
    void aReplayedDayIsOneOfThoseBefore() {
        LabelledMonth month = of(Deceit.REPLAYS_A_DAY);
        Label label = month.labels().get(0);
        List<BigDecimal> replayed = figures(month, label.from());

        assertEquals(24, replayed.size());
        assertTrue(IntStream.rangeClosed(1, 8)
                .mapToObj(days -> figures(month, label.from().minus(Duration.ofDays(days))))
                .anyMatch(replayed::equals));
    }

    @Test
    void whileAPlantStandsItsLoggerMarksFOrNothing() {
        assertTrue(odd(Oddity.STOPS_MARKED).rows().stream()
                .anyMatch(row -> row.flag().equals("F")));
        assertTrue(odd(Oddity.STOPS_UNMARKED).rows().stream()
                .allMatch(row -> row.flag().equals("N")));
    }

    @Test
    void theClockIsTurnedBackDuringItsLabelsOnly() {
        LabelledMonth month = of(Deceit.TURNS_THE_CLOCK);
        for (ClockRow row : month.clock()) {
            boolean inside = month.labels().stream()
                    .anyMatch(label -> !row.arrived().isBefore(label.from())
                            && row.arrived().isBefore(label.to()));
            assertTrue(inside || row.said().isAfter(row.arrived().minusSeconds(60)), row.toString());
        }
    }

    private static List<BigDecimal> figures(LabelledMonth month, Instant day) {
        return month.rows().stream()
                .filter(row -> row.factor().equals("a21026")
                        && !row.start().isBefore(day)
                        && row.start().isBefore(day.plus(Duration.ofDays(1))))
                .map(HourRow::avg)
                .toList();
    }

    private static LabelledMonth of(Deceit deceit) {
        return MONTHS.stream()
                .filter(month -> month.labels().stream().anyMatch(label -> label.deceit() == deceit))
                .findFirst()
                .orElseThrow();
    }

    private static LabelledMonth odd(Oddity oddity) {
        return MONTHS.stream()
                .filter(month -> month.oddity() == oddity)
                .findFirst()
                .orElseThrow();
    }
}
