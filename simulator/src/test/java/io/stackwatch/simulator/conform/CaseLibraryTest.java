package io.stackwatch.simulator.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every case of the kit has in common. */
class CaseLibraryTest {

    @TempDir
    private Path folder;

    @Test
    void thereAreMoreThan120CasesForBothSidesAndAllEditions() throws Exception {
        int servers = 0;
        int loggers = 0;
        for (KitEdition edition : KitEdition.values()) {
            int forServers = CaseLibrary.of(Side.SERVER, edition).size();
            int forLoggers = CaseLibrary.of(Side.LOGGER, edition).size();
            assertTrue(forServers >= 20, edition + ": " + forServers);
            assertTrue(forLoggers >= 4, edition + ": " + forLoggers);
            servers += forServers;
            loggers += forLoggers;
        }
        assertTrue(servers >= 120, "servers: " + servers);
        assertTrue(loggers >= 35, "loggers: " + loggers);
    }

    @Test
    void noTwoCasesOfAnEditionExamineTheSameRule() throws Exception {
        for (ConformanceCase each : all()) {
            assertTrue(each.rule().english().endsWith("."), each + ": a rule is a sentence");
            assertTrue(each.rule().chinese().matches(".*\\p{IsHan}.*。"), each + ": the rule in Chinese");
        }
        for (Side side : Side.values()) {
            for (KitEdition edition : KitEdition.values()) {
                Set<String> rules = new HashSet<>();
                for (ConformanceCase each : CaseLibrary.of(side, edition)) {
                    assertTrue(rules.add(each.rule().english()), each + ": " + each.rule());
                }
            }
        }
    }

    /** A wrong packet must not be answered: only what follows it shows that it was read at all. */
    @Test
    void everyCaseForAPlatformExpectsSomethingAndEveryCaseForALoggerWaitsForIt() throws Exception {
        for (ConformanceCase each : all()) {
            assertTrue(each.steps().get(0) instanceof Step.Connect, each + ": connects first");
            boolean looks = each.steps().stream()
                    .anyMatch(step ->
                            step instanceof Step.Expect || step instanceof Step.Fence || step instanceof Step.Never);
            assertTrue(looks, each + ": looks at something");
        }
    }

    @Test
    void onesOwnCasesAreReadFromAFolder() throws Exception {
        Path scripts = Files.createDirectories(folder.resolve("server").resolve("2017"));
        Files.writeString(
                scripts.resolve("mine.case"),
                "rule: Mine. | field report | field\nzh: 我的。\nchapter: frame\nconnect\nfence\n");

        List<ConformanceCase> read = CaseLibrary.in(folder, Side.SERVER, KitEdition.OF_2017);
        assertEquals("2017/mine", read.get(0).name());
        assertEquals(List.of(), CaseLibrary.in(folder, Side.LOGGER, KitEdition.OF_2017));

        Files.writeString(scripts.resolve("broken.case"), "rule: no\n");
        assertThrows(CaseRefused.class, () -> CaseLibrary.in(folder, Side.SERVER, KitEdition.OF_2017));
    }

    private static List<ConformanceCase> all() throws Exception {
        List<ConformanceCase> all = new ArrayList<>();
        for (Side side : Side.values()) {
            for (KitEdition edition : KitEdition.values()) {
                all.addAll(CaseLibrary.of(side, edition));
            }
        }
        return all;
    }
}
