package io.stackwatch.gateway.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command line takes a key from standard input and shows it to nobody. */
final class KeysCommandTest {

    private static final String KEY = "msbE74gsiSHSEh5e";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T01:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private final StringWriter shown = new StringWriter();

    private int run(String input, String... arguments) throws Exception {
        Path config = folder.resolve("stackwatch.yaml");
        Files.writeString(config, "data-dir: " + folder.resolve("data") + "\n");
        CommandLine line = new CommandLine(
                        new KeysCommand(new ByteArrayInputStream(input.getBytes(StandardCharsets.US_ASCII)), CLOCK))
                .setExecutionExceptionHandler(new Failures())
                .setOut(new PrintWriter(shown, true))
                .setErr(new PrintWriter(shown, true));
        String[] all = new String[arguments.length + 4];
        System.arraycopy(new String[] {"--config", config.toString(), "--station", "M1"}, 0, all, 0, 4);
        System.arraycopy(arguments, 0, all, 4, arguments.length);
        return line.execute(all);
    }

    @Test
    void aKeyIsEnteredAndListedWithoutBeingShown() throws Exception {
        assertEquals(ExitCode.OK, run(KEY + "\n", "--by", "王工", "--reason", "first key"));
        assertEquals(ExitCode.OK, run("", "--list"));
        assertTrue(shown.toString().contains("key 1 entered 2026-11-24T01:00:00Z by 王工"), shown::toString);
        assertTrue(Files.exists(folder.resolve("data").resolve("stackwatch.key")));
        assertFalse(shown.toString().contains(KEY), shown::toString);
    }

    @Test
    void whatIsNoKeyIsRefusedWithoutRepeatingIt() throws Exception {
        assertEquals(ExitCode.USAGE, run("tooShort\n", "--by", "王工", "--reason", "first key"));
        assertFalse(shown.toString().contains("tooShort"), shown::toString);
        assertEquals(ExitCode.USAGE, run(KEY + "\n", "--by", "王工"));
        assertTrue(shown.toString().contains("reason"), shown::toString);
        assertEquals(ExitCode.OK, run("", "--list"));
        assertTrue(shown.toString().contains("0 keys"), shown::toString);
    }
}
