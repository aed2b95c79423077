package io.stackwatch.core;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * What keeps the core a pure function of its arguments (decision record 0002), as rules over a root package.
 *
 * <p>Each takes its root as an argument so that the very same rule is run on planted violations ({@code planted}).
 */
final class CoreRules {

    /** The way of the data; a package knows those before it and none behind it. */
    static final List<String> ORDER = List.of(
            "registry",
            "evidence",
            "measurement",
            "limit",
            "transmission",
            "exceedance",
            "averaging",
            "integrity",
            "quality",
            "emission",
            "alarm",
            "notice",
            "deadline",
            "marking",
            "penalty",
            "enforcement",
            "supervision",
            "access");

    private static final Set<String> CLOCK_READINGS = Set.of("now", "currentTimeMillis", "nanoTime");
    private static final Set<String> MACHINE_QUESTIONS = Set.of("getenv", "getProperty", "systemDefault");

    private CoreRules() {}

    /** The law outlives frameworks. */
    static ArchRule theJdkAndNothingElse(String root) {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(root + "..", "java..", "org.jspecify..");
    }

    /** A verdict of last year is the same today: the moment is an argument. */
    static ArchRule nobodyAsksForTheTime(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .accessTargetWhere(describe(
                        "reads a clock",
                        access -> access.getTargetOwner().getPackageName().startsWith("java.")
                                && CLOCK_READINGS.contains(access.getTarget().getName())))
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class);
    }

    /** Reading the journal again must give the same identities and the same verdicts. */
    static ArchRule nothingIsDrawnByLot(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(RandomGenerator.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(UUID.class)
                .orShould()
                .callMethod(Math.class, "random");
    }

    /** What holds on this machine holds on every other. */
    static ArchRule nobodyAsksTheMachine(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .accessTargetWhere(describe(
                        "asks the machine",
                        access -> access.getTargetOwner().getPackageName().startsWith("java.")
                                && MACHINE_QUESTIONS.contains(access.getTarget().getName())));
    }

    /** Files, sockets and threads are at the edge; a table of the program is a stream from the class path. */
    static ArchRule noFilesNoSocketsNoThreads(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net..", "java.nio", "java.nio.file..", "java.nio.channels..", "java.util.concurrent..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.io\\.(File|RandomAccess).*")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Thread.class);
    }

    /** Two packages that need each other are one. */
    static ArchRule packagesHaveNoCycles(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    /** The order in which the steps are read is the order in which they know each other. */
    static ArchRule packagesKnowOnlyThoseBefore(String root) {
        return classes()
                .that()
                .resideInAPackage(root + ".*..")
                .should(new ArchCondition<>("know only packages before") {
                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        int own = ORDER.indexOf(step(root, item));
                        if (own < 0) {
                            events.add(
                                    SimpleConditionEvent.violated(item, item.getName() + " has no place in " + ORDER));
                        }
                        for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
                            if (ORDER.indexOf(step(root, dependency.getTargetClass())) > own) {
                                events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                            }
                        }
                    }
                });
    }

    private static String step(String root, JavaClass item) {
        String name = item.getPackageName();
        return name.startsWith(root + ".") ? name.substring(root.length() + 1) : "";
    }
}
