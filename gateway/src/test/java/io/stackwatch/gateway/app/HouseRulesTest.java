package io.stackwatch.gateway.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HouseRulesTest {

    private static final String ROOT = "io.stackwatch";
    private static final String PLANTED = "io.stackwatch.gateway.app.planted";

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(HouseRulesTest::isProduction)
            .importPackages(ROOT);
    private static final JavaClasses VIOLATIONS = new ClassFileImporter().importPackages(PLANTED);

    private static final Set<String> EMPTY_NAMES =
            Set.of("util", "utils", "common", "types", "impl", "manager", "helper", "misc", "dto", "base");

    static Stream<Function<String, ArchRule>> rules() {
        return Stream.of(
                HouseRules::theCoreKnowsTheJdkAlone,
                HouseRules::theCoreReadsNoClockAndThrowsNoDice,
                HouseRules::theCoresPackagesHaveNoCycles,
                HouseRules::nobodyKnowsTheGateway,
                HouseRules::onlyTheProgramKnowsTheSimulator,
                HouseRules::connectorsKnowNoLaw,
                HouseRules::theGatewaysPackagesHaveNoCycles,
                HouseRules::theExaminerKnowsTheJdkAlone,
                HouseRules::onlyTheProgramReadsTheWallClock);
    }

    /** Tests of other modules come as folders or, once they are packaged, as test-jars. */
    private static boolean isProduction(Location location) {
        return !location.contains("/test-classes/") && !location.contains("-tests.jar");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theHouseKeepsTheRule(Function<String, ArchRule> rule) {
        rule.apply(ROOT).check(HOUSE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleBitesWhereAViolationIsPlanted(Function<String, ArchRule> rule) {
        assertTrue(rule.apply(PLANTED).evaluate(VIOLATIONS).hasViolation());
    }

    @Test
    void everyPackageSaysWhatBelongsInItAndIsNullMarked() throws IOException {
        for (Path folder : packages()) {
            Path info = folder.resolve("package-info.java");
            assertTrue(Files.exists(info), () -> "no package-info in " + folder);
            assertTrue(
                    Files.readString(info, StandardCharsets.UTF_8).contains("@NullMarked"),
                    () -> "not @NullMarked: " + folder);
        }
    }

    @Test
    void noPackageHasANameThatSaysNothingOfTheDomain() throws IOException {
        for (Path folder : packages()) {
            assertFalse(EMPTY_NAMES.contains(folder.getFileName().toString()), folder::toString);
        }
    }

    private static Set<Path> packages() throws IOException {
        Set<Path> folders = new TreeSet<>();
        for (String module : List.of("alarm-core", "connectors", "gateway", "simulator")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(file -> folders.add(file.getParent()));
            }
        }
        return folders;
    }
}
