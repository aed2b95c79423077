package io.stackwatch.simulator.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The kit can fail: every case is the one that catches some wrong platform, by name. That a right platform passes the same
 * cases is {@link RightPlatformTest}.
 */
class FaultyPlatformTest {

    /** An answer that does not come is not waited for as long as a real platform deserves. */
    private static final KitOptions IMPATIENT = KitOptions.defaults().withPace(0.1);

    private final SideBySide sideBySide = new SideBySide();

    @AfterEach
    void stopWaiting() {
        sideBySide.close();
    }

    @TestFactory
    Stream<DynamicTest> theCasesThatAreNamedCatchThePlatformThatIsWrong() throws Exception {
        Map<String, ConformanceCase> cases = casesByName();
        Map<String, Callable<Void>> tests = new LinkedHashMap<>();
        CaughtBy.read("caught-by.txt", Misbehaviour.class)
                .forEach((wrong, names) -> tests.put(wrong.name(), () -> {
                    assertCaught(wrong, names.stream().map(cases::get).toList());
                    return null;
                }));
        return sideBySide.tests(tests);
    }

    @Test
    void everyMisbehaviourIsCaughtByAtLeastOneCase() throws Exception {
        Set<Misbehaviour> all = EnumSet.complementOf(EnumSet.of(Misbehaviour.NONE));

        assertEquals(all, CaughtBy.read("caught-by.txt", Misbehaviour.class).keySet());
    }

    @Test
    void everyCaseThatCanBePlayedCatchesSomething() throws Exception {
        Set<String> proven = CaughtBy.read("caught-by.txt", Misbehaviour.class).values().stream()
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        Set<String> unproven = new TreeSet<>();
        for (ConformanceCase each : casesByName().values()) {
            boolean playable = PlatformExam.OF_A_PRETENDED_PLATFORM.containsAll(each.needs());
            if (playable && !proven.contains(each.name())) {
                unproven.add(each.name());
            }
        }
        assertEquals(Set.of(), unproven);
    }

    private static void assertCaught(Misbehaviour wrong, List<ConformanceCase> cases) throws Exception {
        for (CaseResult result : PlatformExam.of(wrong, cases, IMPATIENT)) {
            boolean caught = result.mark() == CaseResult.Mark.FAILED || result.mark() == CaseResult.Mark.WARNED;
            assertTrue(
                    caught,
                    () -> result.played() + " does not catch it: " + result.verdict() + "\n"
                            + String.join("\n", result.transcript()));
        }
    }

    private static Map<String, ConformanceCase> casesByName() throws Exception {
        Map<String, ConformanceCase> cases = new TreeMap<>();
        PlatformExam.cases(KitEdition.values()).forEach(each -> cases.put(each.name(), each));
        return cases;
    }
}
