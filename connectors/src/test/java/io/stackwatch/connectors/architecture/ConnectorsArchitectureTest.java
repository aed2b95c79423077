package io.stackwatch.connectors.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** What the packages of this module may know; each rule is shown to bite by a planted class that breaks it. */
class ConnectorsArchitectureTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.stackwatch.connectors");

    private static ArchRule codecKnowsOnlyTheJdk(String codec) {
        return classes()
                .that()
                .resideInAPackage(codec)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", codec));
    }

    private static ArchRule sessionKnowsNoNetwork(String session) {
        return noClasses()
                .that()
                .resideInAPackage(session)
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "io.vertx..", "io.netty..", "org.apache.camel..", "org.slf4j..", "java.net.."));
    }

    private static ArchRule connectorsKnowNoLaw(String connectors) {
        return noClasses()
                .that()
                .resideInAPackage(connectors)
                .should()
                .dependOnClassesThat(resideInAPackage("io.stackwatch.core..")
                        .and(com.tngtech.archunit.base.DescribedPredicate.not(resideInAnyPackage(
                                "io.stackwatch.core.registry..", "io.stackwatch.core.measurement.."))));
    }

    private static ArchRule nobodyAsksTheClock(String... packages) {
        return noClasses()
                .that()
                .resideInAnyPackage(packages)
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime");
    }

    @Test
    void theCodecKnowsOnlyTheJdk() {
        codecKnowsOnlyTheJdk("io.stackwatch.connectors.hj212.codec").check(MAIN);
    }

    @Test
    void whatIsJournaledOfOpcUaKnowsNoSdk() {
        classes()
                .that()
                .resideInAPackage("io.stackwatch.connectors.opcua.batch")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "io.stackwatch.core.registry..",
                        "io.stackwatch.connectors.opcua.batch"))
                .check(MAIN);
        sessionKnowsNoNetwork("io.stackwatch.connectors.opcua.batch").check(MAIN);
    }

    @Test
    void sessionAndCipherKnowNoNetworkAndNoLogger() {
        sessionKnowsNoNetwork("io.stackwatch.connectors.hj212.session").check(MAIN);
        sessionKnowsNoNetwork("io.stackwatch.connectors.hj212.cipher").check(MAIN);
    }

    @Test
    void connectorsKnowRegistryAndMeasurementAndNoLaw() {
        connectorsKnowNoLaw("io.stackwatch.connectors..").check(MAIN);
    }

    @Test
    void codecCipherSessionAndMappingTakeTheTimeAsAnArgument() {
        nobodyAsksTheClock(
                        "io.stackwatch.connectors.hj212.codec",
                        "io.stackwatch.connectors.hj212.cipher",
                        "io.stackwatch.connectors.hj212.session",
                        "io.stackwatch.connectors.hj212.mapping",
                        "io.stackwatch.connectors.opcua.batch",
                        "io.stackwatch.connectors.opcua.source",
                        "io.stackwatch.connectors.opcua.trust")
                .check(MAIN);
    }

    @Test
    void everyRuleBitesThePlantedViolation() {
        String planted = "io.stackwatch.connectors.architecture.planted";
        JavaClasses violation = new ClassFileImporter().importPackages(planted);
        assertTrue(breaks(codecKnowsOnlyTheJdk(planted), violation), "codec");
        assertTrue(breaks(sessionKnowsNoNetwork(planted), violation), "session");
        assertTrue(breaks(connectorsKnowNoLaw(planted), violation), "law");
        assertTrue(breaks(nobodyAsksTheClock(planted), violation), "clock");
    }

    private static boolean breaks(ArchRule rule, JavaClasses classes) {
        return rule.evaluate(classes).hasViolation();
    }
}
