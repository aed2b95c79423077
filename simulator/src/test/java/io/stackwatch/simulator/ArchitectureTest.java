package io.stackwatch.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.stackwatch.simulator.planted.KnowsALimit;
import org.junit.jupiter.api.Test;

/** The simulator must not know what is illegal, and of the connectors only codec and client. */
class ArchitectureTest {

    private static final ArchRule KNOWS_NO_LAW = noClasses()
            .that()
            .resideInAPackage("io.stackwatch.simulator..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.stackwatch.core.limit..",
                    "io.stackwatch.core.exceedance..",
                    "io.stackwatch.core.transmission..",
                    "io.stackwatch.core.integrity..",
                    "io.stackwatch.core.alarm..",
                    "io.stackwatch.core.notice..",
                    "io.stackwatch.core.deadline..",
                    "io.stackwatch.core.enforcement..",
                    "io.stackwatch.core.supervision..",
                    "io.stackwatch.gateway..")
            .because("it must not know what is illegal");

    private static final ArchRule KNOWS_THE_WIRE_ONLY = noClasses()
            .that()
            .resideInAPackage("io.stackwatch.simulator..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.stackwatch.connectors.hj212.session..",
                    "io.stackwatch.connectors.hj212.server..",
                    "io.stackwatch.connectors.hj212.mapping..",
                    "io.stackwatch.connectors.hj212.cipher..",
                    "io.stackwatch.connectors.hj212.exchange..",
                    "io.stackwatch.connectors.hj212.camel..",
                    "io.stackwatch.connectors.opcua..")
            .because("it sits at the other end");

    private static final ArchRule HAS_ITS_OWN_EYES = noClasses()
            .that()
            .resideInAPackage("io.stackwatch.simulator.conform..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.stackwatch.connectors..", "io.stackwatch.core..")
            .because("a codec is not proved with itself (docs/adr/0018)");

    private static final JavaClasses SIMULATOR = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.stackwatch.simulator");

    @Test
    void theSimulatorKnowsNoLaw() {
        KNOWS_NO_LAW.check(SIMULATOR);
    }

    @Test
    void theSimulatorSharesTheCodecAndTheClientOnly() {
        KNOWS_THE_WIRE_ONLY.check(SIMULATOR);
    }

    @Test
    void theConformanceKitSharesNothingWithTheConnectors() {
        HAS_ITS_OWN_EYES.check(SIMULATOR);
    }

    @Test
    void theRuleOfTheKitFindsAPlantedViolation() throws ClassNotFoundException {
        JavaClasses planted = new ClassFileImporter()
                .importClasses(Class.forName("io.stackwatch.simulator.conform.planted.UsesTheCodec"));

        assertThrows(AssertionError.class, () -> HAS_ITS_OWN_EYES.check(planted));
    }

    @Test
    void theRuleFindsAPlantedViolation() {
        JavaClasses planted = new ClassFileImporter().importClasses(KnowsALimit.class);

        assertThrows(AssertionError.class, () -> KNOWS_NO_LAW.check(planted));
    }
}
