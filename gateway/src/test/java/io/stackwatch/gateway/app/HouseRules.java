package io.stackwatch.gateway.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

/**
 * The arrows between the rooms of the house (docs/README.md), as rules over a root package.
 *
 * <p>Each takes its root as an argument so that the very same rule is run on planted violations ({@code planted}).
 */
final class HouseRules {

    private HouseRules() {}

    /** Whoever imports the gateway from outside would drag Camel, SQL and HTTP into a protocol or into the law. */
    static ArchRule nobodyKnowsTheGateway(String root) {
        return noClasses()
                .that()
                .resideInAnyPackage(root + ".core..", root + ".connectors..", root + ".simulator..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + ".gateway..");
    }

    /** A verdict must be repeatable years later: nothing but values, arithmetic and what reads its own tables. */
    static ArchRule theCoreKnowsTheJdkAlone(String root) {
        return classes()
                .that()
                .resideInAPackage(root + ".core..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                "java.lang..",
                                "java.math..",
                                "java.time..",
                                "java.util..",
                                "java.io..",
                                "java.nio.charset..",
                                "java.security..",
                                "org.jspecify..",
                                root + ".core..")
                        // of java.text only what no locale changes
                        .or(belongToAnyOf(Normalizer.class)));
    }

    /** Time, chance and ids are arguments of the core. */
    static ArchRule theCoreReadsNoClockAndThrowsNoDice(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".core..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class, Random.class, UUID.class, Thread.class);
    }

    /** The packages of the core are a journey; whoever walks it does not come back. */
    static ArchRule theCoresPackagesHaveNoCycles(String root) {
        return slices().matching(root + ".core.(*)..").should().beFreeOfCycles();
    }

    /** The pretended plants are a demo, never a part of what runs. */
    static ArchRule onlyTheProgramKnowsTheSimulator(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".gateway..")
                .and()
                .resideOutsideOfPackage(root + ".gateway.app..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + ".simulator..");
    }

    /** A protocol says what was reported; what is allowed is not its business. */
    static ArchRule connectorsKnowNoLaw(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".connectors..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        root + ".core.limit..",
                        root + ".core.exceedance..",
                        root + ".core.transmission..",
                        root + ".core.alarm..",
                        root + ".core.enforcement..",
                        root + ".core.supervision..");
    }

    /** The jobs of the gateway are joined in {@code app}; two that need each other are one. */
    static ArchRule theGatewaysPackagesHaveNoCycles(String root) {
        return slices().matching(root + ".gateway.(*)..").should().beFreeOfCycles();
    }

    /** Whoever checks a package must not share a fault with whoever wrote it. */
    static ArchRule theExaminerKnowsTheJdkAlone(String root) {
        return classes()
                .that()
                .resideInAPackage(root + ".gateway.examination..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", root + ".gateway.examination..");
    }

    /** Time comes from the clock that the composition root hands out, or the demo would live in two times at once. */
    static ArchRule onlyTheProgramReadsTheWallClock(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".gateway..")
                .and()
                .resideOutsideOfPackage(root + ".gateway.app..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone");
    }
}
