package io.stackwatch.core.transmission;

import static io.stackwatch.core.transmission.CountFixture.TERMS;
import static io.stackwatch.core.transmission.CountFixture.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.registry.OutletId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A day of COD of a waste-water outlet: 24 hours, one of which is the check with a standard sample. */
final class DayStandingsTest {

    private static final OutletId OUTLET = new OutletId("DW001");
    private static final FactorCode COD = new FactorCode("w01018");

    @Test
    void aDayWithOneStandardCheckIsAHundredPercentOfTwentyThreeHours() {
        MonthLine line = day(Set.of(2)).line();
        assertEquals(new Counts(23, 23, 23, 23), line.counts());
        assertEquals(new Excluded(0, 0, 0, 1), line.excluded());
        assertEquals(
                "100.00", line.counts().effective().orElseThrow().percent(2).toPlainString());
    }

    @Test
    void aSecondStandardCheckOfTheDayCountsAgainstTheOutlet() {
        MonthLine line = day(Set.of(2, 14)).line();
        assertEquals(new Counts(23, 23, 23, 22), line.counts());
        assertEquals(new Excluded(0, 0, 0, 1), line.excluded());
    }

    @Test
    void withoutACheckAllTwentyFourHoursAreDue() {
        assertEquals(new Counts(24, 24, 24, 24), day(Set.of()).line().counts());
    }

    private static DayCount day(Set<Integer> checkedHours) {
        List<HourQuestion> questions = new ArrayList<>();
        for (int h = 23; h >= 0; h--) {
            FactorHour hour = new FactorHour(OUTLET, COD, at("2026-11-07T00:00").plus(Duration.ofHours(h)));
            CountFixture told = CountFixture.hour(hour);
            String arrival = String.format("2026-11-%02dT%02d:01", h == 23 ? 8 : 7, (h + 1) % 24);
            if (checkedHours.contains(h)) {
                told.holds(Circumstance.Kind.STANDARD_CHECK, 0, 40).flagged(arrival, "C");
            } else {
                told.arrives(arrival);
            }
            questions.add(told.question());
        }
        List<Standing> standings = new DayStandings(TERMS)
                .of(questions, Variant.REAL_TIME, CountFixture.FREEZE).values().stream()
                        .map(StandingAnswer::standing)
                        .toList();
        return DayCount.of(OUTLET, COD, LocalDate.of(2026, 11, 7), Variant.REAL_TIME, standings);
    }
}
