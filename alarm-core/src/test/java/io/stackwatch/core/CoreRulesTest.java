package io.stackwatch.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.stackwatch.core.planted.registry.DrawsByLot;
import io.stackwatch.core.planted.registry.Outside;
import io.stackwatch.core.planted.registry.Reaches;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CoreRulesTest {

    private static final String ROOT = "io.stackwatch.core";
    private static final String PLANTED = "io.stackwatch.core.planted";

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);
    private static final JavaClasses VIOLATIONS = new ClassFileImporter().importPackages(PLANTED);

    /** Every rule, with what the report of its planted violation must name. */
    static Stream<Arguments> rules() {
        return Stream.of(
                rule(CoreRules::theJdkAndNothingElse, Outside.class, "javax.sql.DataSource"),
                rule(CoreRules::nobodyAsksForTheTime, Outside.class, "Instant.now"),
                rule(CoreRules::nobodyAsksForTheTime, Outside.class, "LocalDate.now"),
                rule(CoreRules::nobodyAsksForTheTime, Outside.class, "System.nanoTime"),
                rule(CoreRules::nobodyAsksForTheTime, Outside.class, "System.currentTimeMillis"),
                rule(CoreRules::nobodyAsksForTheTime, Outside.class, "java.time.Clock"),
                rule(CoreRules::nothingIsDrawnByLot, DrawsByLot.class, "java.util.Random"),
                rule(CoreRules::nothingIsDrawnByLot, DrawsByLot.class, "java.util.UUID"),
                rule(CoreRules::nothingIsDrawnByLot, DrawsByLot.class, "java.lang.Math.random"),
                rule(CoreRules::nobodyAsksTheMachine, DrawsByLot.class, "System.getenv"),
                rule(CoreRules::nobodyAsksTheMachine, DrawsByLot.class, "ZoneId.systemDefault"),
                rule(CoreRules::noFilesNoSocketsNoThreads, Reaches.class, "java.io.File"),
                rule(CoreRules::noFilesNoSocketsNoThreads, Reaches.class, "java.nio.file.Path"),
                rule(CoreRules::noFilesNoSocketsNoThreads, Reaches.class, "java.net.URI"),
                rule(CoreRules::noFilesNoSocketsNoThreads, Reaches.class, "java.lang.Thread"),
                rule(CoreRules::noFilesNoSocketsNoThreads, Reaches.class, "java.util.concurrent.Executor"),
                rule(CoreRules::packagesHaveNoCycles, Reaches.class, "Cycle detected"),
                rule(CoreRules::packagesKnowOnlyThoseBefore, Reaches.class, "planted.limit.Allowed"));
    }

    private static Arguments rule(Function<String, ArchRule> rule, Class<?> violator, String named) {
        return Arguments.of(rule, violator.getName(), named);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theCoreKeepsTheRule(Function<String, ArchRule> rule) {
        rule.apply(ROOT).check(CORE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleBitesWhereAViolationIsPlanted(Function<String, ArchRule> rule, String violator, String named) {
        String report =
                rule.apply(PLANTED).evaluate(VIOLATIONS).getFailureReport().toString();
        assertTrue(report.contains(violator), () -> violator + " is not named: " + report);
        assertTrue(report.contains(named), () -> named + " is not named: " + report);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aRuleThatLooksAtNothingIsRefused(Function<String, ArchRule> rule) {
        assertThrows(
                AssertionError.class, () -> rule.apply("io.stackwatch.nowhere").check(CORE));
    }

    @Test
    void everyPackageHasItsPlaceInTheOrder() {
        Set<String> packages = CORE.stream()
                .map(JavaClass::getPackageName)
                .map(name -> name.substring(ROOT.length() + 1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(CoreRules.ORDER), packages);
    }
}
