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

/** A logger that is right passes every case; one that is wrong in one thing is caught by the cases that are named. */
class LoggerCasesTest {

    private final SideBySide sideBySide = new SideBySide();

    @AfterEach
    void stopWaiting() {
        sideBySide.close();
    }

    @TestFactory
    Stream<DynamicTest> aRightLoggerPassesEveryCase() throws Exception {
        Map<String, Callable<Void>> tests = new LinkedHashMap<>();
        for (KitEdition edition : KitEdition.values()) {
            List<ConformanceCase> cases = LoggerExam.cases(edition);
            tests.put(edition.label(), () -> {
                for (CaseResult result : LoggerExam.of(Slip.NONE, cases, LoggerExam.HURRIED)) {
                    assertEquals(CaseResult.Mark.PASSED, result.mark(), () -> shown(result));
                }
                return null;
            });
        }
        return sideBySide.tests(tests);
    }

    @TestFactory
    Stream<DynamicTest> theCasesThatAreNamedCatchTheLoggerThatIsWrong() throws Exception {
        Map<String, ConformanceCase> cases = casesByName();
        Map<String, Callable<Void>> tests = new LinkedHashMap<>();
        CaughtBy.read("slips.txt", Slip.class)
                .forEach((slip, names) -> tests.put(slip.name(), () -> {
                    for (String name : names) {
                        assertCaught(slip, cases.get(name));
                    }
                    return null;
                }));
        return sideBySide.tests(tests);
    }

    @Test
    void everySlipIsCaughtAndEveryCaseCatchesSomething() throws Exception {
        Map<Slip, List<String>> caughtBy = CaughtBy.read("slips.txt", Slip.class);
        Set<String> proven = caughtBy.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        Set<String> unproven = new TreeSet<>(casesByName().keySet());
        unproven.removeAll(proven);

        assertEquals(Set.of(), unproven);
        assertEquals(EnumSet.complementOf(EnumSet.of(Slip.NONE)), caughtBy.keySet());
    }

    private static void assertCaught(Slip slip, ConformanceCase named) throws Exception {
        CaseResult result =
                LoggerExam.of(slip, List.of(named), LoggerExam.IMPATIENT).get(0);
        boolean caught = result.mark() == CaseResult.Mark.FAILED || result.mark() == CaseResult.Mark.WARNED;
        assertTrue(caught, () -> "does not catch it: " + shown(result));
    }

    private static String shown(CaseResult result) {
        return result.played() + " " + result.verdict() + "\n" + String.join("\n", result.transcript());
    }

    private static Map<String, ConformanceCase> casesByName() throws Exception {
        Map<String, ConformanceCase> cases = new TreeMap<>();
        LoggerExam.cases(KitEdition.values()).forEach(each -> cases.put(each.name(), each));
        return cases;
    }
}
