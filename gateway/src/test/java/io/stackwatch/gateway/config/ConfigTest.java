package io.stackwatch.gateway.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigTest {

    @Test
    void anEmptyFileGivesTheDefaults() throws ConfigRefused {
        Config config = Config.read("stackwatch.yaml", "", Map.of());

        assertEquals(9212, config.get(Settings.HJ212_PORT));
        assertEquals("127.0.0.1", config.get(Settings.HTTP_HOST));
        assertEquals(Duration.ofSeconds(10), config.get(Settings.HJ212_HALF_FRAME));
    }

    @Test
    void theEnvironmentOutranksTheFileAndTheFileOutranksTheDefault() throws ConfigRefused {
        Config config = Config.read(
                "stackwatch.yaml",
                "hj212:\n  port: 1\n  idle: PT5M\nhttp.port: 81\n",
                Map.of("STACKWATCH_HJ212_PORT", "2"));

        assertEquals(2, config.get(Settings.HJ212_PORT));
        assertEquals(Duration.ofMinutes(5), config.get(Settings.HJ212_IDLE));
        assertEquals(81, config.get(Settings.HTTP_PORT));
    }

    @Test
    void everyProblemIsNamedWithFileLineKeyAndWhatWasExpected() {
        ConfigRefused refused = assertThrows(
                ConfigRefused.class,
                () -> Config.read(
                        "stackwatch.yaml",
                        "hj212:\n  port: 92x2\n  prot: 1\nrecords.url: jdbc:h2:mem\nhistory:\n  - a\n",
                        Map.of("STACKWATCH_RETRY", "soon")));

        List<String> words =
                refused.problems().stream().map(ConfigProblem::inWords).toList();
        assertTrue(
                words.contains("stackwatch.yaml:2: hj212.port: found '92x2', expected a port from 0 to 65535"),
                words::toString);
        assertTrue(
                words.stream().anyMatch(w -> w.startsWith("stackwatch.yaml:3: hj212.prot: found '1'")),
                words::toString);
        assertTrue(words.stream().anyMatch(w -> w.startsWith("stackwatch.yaml:4: records.url:")), words::toString);
        assertTrue(words.stream().anyMatch(w -> w.startsWith("stackwatch.yaml:6: history:")), words::toString);
        assertTrue(words.stream().anyMatch(w -> w.startsWith("environment: STACKWATCH_RETRY:")), words::toString);
        assertEquals(5, words.size(), words::toString);
    }

    @Test
    void aFileThatIsNotYamlIsRefusedWithItsLine() {
        ConfigRefused refused = assertThrows(
                ConfigRefused.class, () -> Config.read("stackwatch.yaml", "data-dir: data\nhj212: }", Map.of()));

        assertEquals(2, refused.problems().get(0).line());
    }

    @Test
    void anHttpAddressThatIsNotLoopbackIsRefusedWhileThereIsNoLogin() {
        assertThrows(ConfigRefused.class, () -> Config.read("stackwatch.yaml", "http:\n  host: 0.0.0.0\n", Map.of()));
    }

    @Test
    void theOperatorsTableListsEverySettingAsItIs() throws IOException {
        String operations = Files.readString(Path.of("..", "docs", "operations.md"));

        for (ConfigKey<?> key : Settings.ALL) {
            String row = "| `" + key.name() + "` | `" + key.defaultText() + "` | " + key.meaning() + " |";
            assertTrue(operations.contains(row), () -> "docs/operations.md lacks the row:\n" + row);
        }
    }
}
