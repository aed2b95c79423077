package io.stackwatch.core.integrity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.FlagTable;
import io.stackwatch.core.measurement.HourReport;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.DataTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every detector, on the day of {@link Cheats} that it must find. */
final class DetectorsTest {

    private static final String DAY = "2026-11-21";
    private static final String LATER = "2026-12-21";

    private final Detectors detectors = Asked.detectors();

    @Test
    void everyDetectorInForceHasADayThatItMustFind() {
        assertEquals(
                detectors.lines().stream().map(Detectors.Line::name).toList(),
                Stream.of(Cheats.values()).map(cheat -> cheat.detector).toList());
    }

    @ParameterizedTest
    @EnumSource(Cheats.class)
    void itFindsItsDayAndShowsWhatTheSuspicionRestsOn(Cheats cheat) {
        List<Suspicion> found =
                suspicions(detectors, cheat.detector, cheat.on(DAY).window());

        assertFalse(found.isEmpty());
        for (Suspicion suspicion : found) {
            assertEquals(cheat.detector, suspicion.detector());
            assertFalse(suspicion.words().isBlank());
            assertTrue(
                    suspicion.parameters().stream().anyMatch(row -> row.name().equals(cheat.parameter)));
            assertTrue(suspicion.values().isEmpty() == cheat.detector.equals("clock"), suspicion.words());
        }
    }

    /** The control: no detector finds anything in four honest days. */
    @Test
    void honestDaysRaiseNoSuspicion() {
        for (Detectors.Answer answer : detectors.examine(Cheats.running(DAY).window())) {
            assertEquals(0, count(answer), answer.toString());
        }
    }

    @ParameterizedTest
    @EnumSource(Cheats.class)
    void theParameterOfTheDateOfTheDayDecides(Cheats cheat) {
        Detectors changed = Asked.until("2026-12-01", cheat.parameter, cheat.lenient);

        assertEquals(
                List.of(), suspicions(changed, cheat.detector, cheat.on(DAY).window()));
        assertFalse(
                suspicions(changed, cheat.detector, cheat.on(LATER).window()).isEmpty());
    }

    @ParameterizedTest
    @EnumSource(Cheats.class)
    void anEmptyWindowIsAReasonAndNeverASuspicion(Cheats cheat) {
        assertTrue(detectors.examine(WindowFixture.on(DAY).window()).stream()
                .filter(answer -> answer.detector().equals(cheat.detector))
                .allMatch(answer -> answer.opinion().match(suspects -> false, nothing -> false, cannot -> true)));
    }

    @Test
    void beforeItsParametersADetectorCannotSay() {
        RuleParameters none = RuleParameters.of(DataTable.parse("empty", "name,value,unit,from,until,source,mark\n"));
        Detectors without = new Detectors(
                Detectors.inForce(), none, RuleParameters.load(), WatchedFactors.load(), FlagTable.load());

        assertEquals(
                "NOT_IN_FORCE",
                Asked.says(without, "constant", Cheats.CONSTANT.on(DAY).window()));
    }

    /** Property: journals are read again in any order. */
    @ParameterizedTest
    @EnumSource(Cheats.class)
    void theOrderOfArrivalDoesNotMatter(Cheats cheat) {
        OutletWindow window = cheat.on(DAY).window();
        List<Detectors.Answer> straight = detectors.examine(window);
        for (int seed = 1; seed <= 5; seed++) {
            assertEquals(straight, detectors.examine(shuffled(window, seed)), "seed " + seed);
        }
    }

    /** Property: a concentration in another unit, with limits, ranges and floors in that unit, is the same concentration. */
    @ParameterizedTest
    @EnumSource(Cheats.class)
    void theUnitOfConcentrationsDoesNotMatter(Cheats cheat) {
        for (int scale : new int[] {10, 1_000, 999_983}) {
            assertEquals(
                    windows(suspicions(detectors, cheat.detector, cheat.on(DAY).window())),
                    windows(suspicions(
                            Asked.inUnit(scale), cheat.detector, cheat.on(DAY).window(scale))));
        }
    }

    @Test
    void theLaterOfTwoReportsOfAnHourIsLookedAt() {
        OutletWindow honest = Cheats.running(DAY).window();
        OutletWindow negative = Cheats.NEGATIVE.on(DAY).window();
        List<WatchedHour> both = new ArrayList<>(honest.hours());
        negative.hours()
                .forEach(hour ->
                        both.add(arrivingAt(hour, hour.report().arrivedAt().plusSeconds(60))));

        assertEquals(1, suspicions(detectors, "negative", with(honest, both)).size());
        List<WatchedHour> older = new ArrayList<>(honest.hours());
        negative.hours()
                .forEach(hour ->
                        older.add(arrivingAt(hour, hour.report().arrivedAt().minusSeconds(60))));
        assertEquals(0, suspicions(detectors, "negative", with(honest, older)).size());
    }

    @Test
    void aWindowReachesBackAsFarAsTheDetectorThatLooksFarthest() {
        assertEquals(Duration.ofDays(30), detectors.lookBack(Instant.parse("2026-11-21T00:00:00Z")));
    }

    private static OutletWindow with(OutletWindow window, List<WatchedHour> hours) {
        return new OutletWindow(
                window.outlet(), window.examined(), hours, window.elsewhere(), window.acts(), window.clock());
    }

    private static WatchedHour arrivingAt(WatchedHour hour, Instant arrived) {
        HourReport report = hour.report();
        return new WatchedHour(
                new HourReport(
                        report.hour(),
                        report.avg(),
                        report.zsAvg(),
                        report.unit(),
                        report.flag(),
                        report.delivery(),
                        arrived,
                        report.evidence()),
                hour.min(),
                hour.max(),
                hour.heldAgainst());
    }

    private static OutletWindow shuffled(OutletWindow window, int seed) {
        return new OutletWindow(
                window.outlet(),
                window.examined(),
                shuffled(window.hours(), seed),
                shuffled(window.elsewhere(), seed),
                shuffled(window.acts(), seed),
                shuffled(window.clock(), seed));
    }

    private static <T> List<T> shuffled(List<T> list, int seed) {
        List<T> other = new ArrayList<>(list);
        Collections.shuffle(other, new Random(seed));
        return other;
    }

    private static List<Window> windows(List<Suspicion> suspicions) {
        return suspicions.stream().map(Suspicion::window).toList();
    }

    private static List<Suspicion> suspicions(Detectors detectors, String detector, OutletWindow window) {
        return detectors.examine(window).stream()
                .filter(answer -> answer.detector().equals(detector))
                .flatMap(answer -> answer
                        .opinion()
                        .<List<Suspicion>>match(Opinion.Suspects::suspicions, nothing -> List.of(), cannot -> List.of())
                        .stream())
                .toList();
    }

    private static int count(Detectors.Answer answer) {
        return answer.opinion().match(suspects -> suspects.suspicions().size(), nothing -> 0, cannot -> 0);
    }
}
