package io.stackwatch.core.transmission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.exceedance.CountParameters;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.core.registry.Registry;
import io.stackwatch.core.transmission.CityMonth.County;
import io.stackwatch.core.transmission.CityMonth.EnterpriseMonth;
import io.stackwatch.core.transmission.CityMonth.OutletMonth;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * February of a city of 48 outlets with every row of the decision table 1.3, revisions, late marks, a stop accepted late and a
 * county that is re-coded on the 15th, against counters that were worked out by {@code src/test/golden/month_counts.py}, which
 * knows nothing of this program.
 */
final class GoldenMonthTest {

    private static final CountTerms TERMS = CountParameters.at(RuleParameters.load(), MadeMonth.FIRST);

    private static MadeMonth made;
    private static Registry registry;
    private static Map<Variant, List<DayCount>> days;

    @BeforeAll
    static void countEveryDay() throws IOException {
        made = MadeMonth.read();
        registry = made.registry();
        days = new EnumMap<>(Variant.class);
        for (Variant variant : Variant.values()) {
            days.put(variant, count(variant));
        }
    }

    @Test
    void everyCounterOfBothFiguresIsTheOneThatWasWorkedOutWithoutUs() throws IOException {
        List<String> golden = MadeMonth.lines("month-counts.csv");
        List<String> lines = new ArrayList<>(List.of(golden.get(0)));
        for (Variant variant : Variant.values()) {
            lines.addAll(lines(month(variant, days.get(variant))));
        }
        for (int i = 0; i < golden.size(); i++) {
            assertEquals(golden.get(i), lines.get(i));
        }
        assertEquals(golden.size(), lines.size());
        assertTrue(registry.outletIds().size() >= 40);
    }

    @Test
    void theRecodedCountyIsOneLineUnderItsCodeAtTheEndOfTheMonth() {
        CityMonth month = month(Variant.FINAL, days.get(Variant.FINAL));
        County county = month.counties().stream()
                .filter(one -> one.code().equals(new RegionCode("371503")))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of(new RegionCode("371523")), county.formerCodes());
        assertEquals("茌平区", county.name());
        assertEquals(4, month.counties().size());
    }

    @Test
    void theOrderInWhichDaysAreAddedChangesNothing() {
        List<DayCount> shuffled = new ArrayList<>(days.get(Variant.FINAL));
        CityMonth inOrder = month(Variant.FINAL, shuffled);
        for (long seed = 1; seed <= 5; seed++) {
            Collections.shuffle(shuffled, new Random(seed));
            assertEquals(inOrder, month(Variant.FINAL, shuffled), "seed " + seed);
        }
    }

    private static List<DayCount> count(Variant variant) {
        DueHours due = new DueHours(registry, made.assessed());
        DayStandings standings = new DayStandings(TERMS);
        List<DayCount> counted = new ArrayList<>();
        for (AssessedFactor one : made.assessed()) {
            for (int day = 1; day <= MadeMonth.MONTH.lengthOfMonth(); day++) {
                Instant start =
                        MadeMonth.MONTH.atDay(day).atStartOfDay(LegalTime.ZONE).toInstant();
                List<HourQuestion> hours = new ArrayList<>(24);
                for (int h = 0; h < 24; h++) {
                    hours.add(made.question(due, one.outlet(), one.factor(), start.plus(Duration.ofHours(h))));
                }
                counted.add(DayCount.of(
                        one.outlet(),
                        one.factor(),
                        MadeMonth.MONTH.atDay(day),
                        variant,
                        standings.of(hours, variant, TERMS.freezeOf(MadeMonth.MONTH)).values().stream()
                                .map(StandingAnswer::standing)
                                .toList()));
            }
        }
        return counted;
    }

    private static CityMonth month(Variant variant, List<DayCount> counted) {
        CityCount count = new CityCount(registry, MadeMonth.MONTH);
        counted.forEach(day -> count.add(day.outlet(), day.factor(), day.line()));
        return count.month(variant, TERMS.freezeOf(MadeMonth.MONTH), TERMS);
    }

    private static List<String> lines(CityMonth month) {
        List<EnterpriseMonth> enterprises = month.counties().stream()
                .flatMap(county -> county.enterprises().stream())
                .sorted((a, b) -> a.id().compareTo(b.id()))
                .toList();
        List<OutletMonth> outlets = enterprises.stream()
                .flatMap(one -> one.outlets().stream())
                .sorted((a, b) -> a.id().compareTo(b.id()))
                .toList();
        List<String> lines = new ArrayList<>();
        for (OutletMonth outlet : outlets) {
            outlet.factors()
                    .forEach(factor ->
                            lines.add(line(month, "FACTOR", outlet.id() + " " + factor.factor(), factor.line(), ",,")));
        }
        outlets.forEach(outlet -> lines.add(line(month, "OUTLET", outlet.id().value(), outlet.line(), ",,")));
        enterprises.forEach(one -> lines.add(line(month, "ENTERPRISE", one.id().value(), one.line(), ",,")));
        for (County county : month.counties()) {
            BigDecimal mean = county.meanOfEnterprises().orElseThrow().setScale(6, RoundingMode.HALF_UP);
            String extra = mean.toPlainString() + "," + county.passing() + "," + county.rated();
            lines.add(line(month, "COUNTY", county.code().value(), county.line(), extra));
        }
        lines.add(line(month, "CITY", "", month.line(), ",,"));
        return lines;
    }

    private static String line(CityMonth month, String level, String name, MonthLine line, String extra) {
        Counts counts = line.counts();
        Excluded excluded = line.excluded();
        assertEquals(counts.due(), counts.mustBeValid());
        return String.join(
                ",",
                month.variant().name(),
                level,
                name,
                String.valueOf(counts.due()),
                String.valueOf(counts.received()),
                String.valueOf(counts.valid()),
                String.valueOf(excluded.stopped()),
                String.valueOf(excluded.exempt()),
                String.valueOf(excluded.ownOutage()),
                String.valueOf(excluded.standardCheck()),
                percent(counts.transmission()),
                percent(counts.validity()),
                percent(counts.effective()),
                extra);
    }

    private static String percent(Optional<Rate> rate) {
        return rate.map(one -> one.percent(2).toPlainString()).orElse("");
    }
}
