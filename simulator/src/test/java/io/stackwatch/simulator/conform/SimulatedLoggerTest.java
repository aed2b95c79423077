package io.stackwatch.simulator.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Vertx;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The loggers with which platforms are tested and shown keep every rule that the kit has for loggers. */
class SimulatedLoggerTest {

    private static final int AT_ONCE = 10;

    private static Vertx vertx;
    private static SideBySide sideBySide;

    @BeforeAll
    static void begin() {
        vertx = Vertx.vertx();
        sideBySide = new SideBySide(AT_ONCE);
    }

    @AfterAll
    static void end() throws Exception {
        sideBySide.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @TestFactory
    Stream<DynamicTest> theSimulatedLoggerPassesEveryCase() throws Exception {
        Map<String, Callable<Void>> tests = new LinkedHashMap<>();
        for (ConformanceCase each : LoggerExam.cases(KitEdition.values())) {
            tests.put(each.name(), () -> {
                assertPassed(each);
                return null;
            });
        }
        return sideBySide.tests(tests);
    }

    /** Cases that vanish would be no failure of the test above. */
    @Test
    void thereAreSoManyCasesForALogger() throws Exception {
        Map<KitEdition, Integer> cases = new EnumMap<>(KitEdition.class);
        for (KitEdition edition : KitEdition.values()) {
            cases.put(edition, LoggerExam.cases(edition).size());
        }
        assertEquals(
                Map.of(
                        KitEdition.OF_2005, 8,
                        KitEdition.OF_2017, 44,
                        KitEdition.OF_2025, 10,
                        KitEdition.OF_2025_SM4, 4),
                cases);
    }

    private static void assertPassed(ConformanceCase played) throws Exception {
        try (SimulatedLogger logger = new SimulatedLogger(vertx, played.edition())) {
            CaseResult result = logger.play(played);
            assertEquals(CaseResult.Mark.PASSED, result.mark(), () -> shown(result));
        }
    }

    private static String shown(CaseResult result) {
        return result.played() + " " + result.verdict() + "\n" + String.join("\n", result.transcript());
    }
}
