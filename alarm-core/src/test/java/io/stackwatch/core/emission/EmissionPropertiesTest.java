package io.stackwatch.core.emission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.quality.OutOfControl;
import io.stackwatch.core.quality.QaEvent;
import io.stackwatch.core.quality.QaFixture;
import io.stackwatch.core.quality.QaRule;
import io.stackwatch.core.quality.Quarter;
import io.stackwatch.core.transmission.Due;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every quarter, on quarters that are drawn from a fixed seed. */
final class EmissionPropertiesTest {

    private final Substitution rule = Substitution.load();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void addingAnHourNeverMakesATotalLess(int seed) {
        EmissionTotal total = EmissionTotal.NOTHING;
        for (AccountedHour hour : account(seed).hours()) {
            EmissionTotal more = total.plus(hour.emission());
            assertTrue(more.sum().compareTo(total.sum()) >= 0, () -> "less with " + hour);
            assertTrue(more.measured().compareTo(total.measured()) >= 0);
            total = more;
        }
        assertEquals(total, EmissionTotal.of(account(seed).hours()), "added one by one or together");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void aSubstituteIsTheGreatestOfItsWindowAndTheWindowIsNoLongerThanItsRow(int seed) {
        EmissionAccount account = account(seed);
        Map<Instant, Mass> measured = new HashMap<>();
        account.hours().forEach(hour -> hour.emission()
                .match(mass -> measured.put(hour.hour().start(), mass.kept()), substituted -> null, absent -> null));
        int substituted = 0;
        for (AccountedHour hour : account.hours()) {
            substituted += hour.emission()
                    .match(
                            mass -> 0,
                            mass -> {
                                isTheGreatest(mass, hour, measured);
                                return 1;
                            },
                            absent -> 0);
        }
        assertTrue(substituted > 0, "this seed substitutes nothing");
    }

    private static void isTheGreatest(HourEmission.Substituted mass, AccountedHour hour, Map<Instant, Mass> measured) {
        HourEmission.ValidHours from = mass.from();
        List<Mass> window = measured.entrySet().stream()
                .filter(entry -> !entry.getKey().isBefore(from.first())
                        && !entry.getKey().isAfter(from.last()))
                .map(Map.Entry::getValue)
                .toList();
        assertEquals(from.count(), window.size());
        assertTrue(from.count() <= mass.row().validHours());
        assertEquals(Collections.max(window), mass.kept());
        assertTrue(from.last().isBefore(hour.hour().start()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void theSameFactsInAnyOrderGiveTheSameAccount(int seed) {
        List<HourFact> facts = new ArrayList<>(facts(seed));
        List<QaEvent> events = new ArrayList<>(events());
        EmissionAccount first = rule.account(facts, control(events));
        Random random = new Random(seed);
        for (int i = 0; i < 5; i++) {
            Collections.shuffle(facts, random);
            Collections.shuffle(events, random);
            assertEquals(first, rule.account(facts, control(events)));
        }
    }

    @Test
    void sumsOfDaysAreTheSumOfTheirQuarter() {
        EmissionAccount account = account(3);
        Quarter quarter = new Quarter(2026, 4);
        EmissionTotal days = EmissionTotal.NOTHING;
        for (AccountedHour hour : account.hours()) {
            days = EmissionTotal.NOTHING.plus(hour.emission()).plus(days);
        }
        assertEquals(account.in(quarter.window()), days);
    }

    private EmissionAccount account(int seed) {
        return rule.account(facts(seed), control(events()));
    }

    private static List<QaEvent> events() {
        return List.of(
                QaFixture.zero(1, "2026-10-26T09:30", "1"),
                QaFixture.zero(2, "2026-10-27T09:30", "5.5"),
                QaFixture.zero(3, "2026-10-27T16:10", "0.1"),
                QaFixture.zero(6, "2026-11-30T09:30", "0.2"),
                QaFixture.zero(4, "2026-12-01T09:30", "-6"),
                QaFixture.zero(5, "2026-12-02T09:30", "2"));
    }

    private static OutOfControl control(List<QaEvent> events) {
        return OutOfControl.of(events, QaRule.load(), RuleParameters.load());
    }

    private static List<HourFact> facts(int seed) {
        Random random = new Random(seed);
        AccountFixture hours = AccountFixture.so2();
        int faultPercent = seed;
        while (hours.facts().size() < 2_208) {
            int what = random.nextInt(100);
            if (what < faultPercent) {
                hours.faulty(1 + random.nextInt(8));
            } else if (what == 98) {
                hours.silent(20 + random.nextInt(10));
            } else if (what == 99) {
                hours.stopped(random.nextInt(30));
            } else if (what == 97) {
                hours.none(1, new Due.No(Due.Reason.EXEMPT, "grant"));
            } else {
                hours.measured(1 + random.nextInt(20), String.valueOf(random.nextInt(20)));
            }
        }
        return hours.facts().subList(0, 2_208);
    }
}
