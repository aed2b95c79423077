package io.stackwatch.gateway.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.IndustryCode;
import io.stackwatch.core.registry.MinuteEvidence;
import io.stackwatch.core.registry.Outlet;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.RegistryRows;
import io.stackwatch.gateway.config.Config;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.RegisteredFacts;
import io.stackwatch.gateway.records.RegistryRecords;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A day of an outlet is examined on demand. */
final class DetectCommandTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T06:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private final StringWriter shown = new StringWriter();
    private Path config;

    @BeforeEach
    void register() throws Exception {
        config = folder.resolve("stackwatch.yaml");
        Files.writeString(config, "data-dir: " + folder.resolve("data") + "\n");
        Outlet outlet = new Outlet(
                new OutletId("DA001"),
                new EnterpriseId("E1"),
                "1号锅炉",
                new IndustryCode("D4412"),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                MinuteEvidence.LOGGER_FLAG_UNLESS_CONTRADICTED,
                Effective.since(Instant.parse("2026-01-01T00:00:00Z")));
        Config settings = Config.read("stackwatch.yaml", Files.readString(config), Map.of());
        try (RecordStore store = RecordStore.open(DataFolder.of(settings).records(settings))) {
            store.write(handle -> {
                RegistryRecords.save(
                        handle,
                        new RegisteredFacts(
                                RegistryRows.EMPTY.withOutlets(List.of(outlet)), List.of(), List.of(), List.of()));
                return true;
            });
        }
    }

    @Test
    void everyAnswerIsPrintedAndADayMayBeExaminedAgain() {
        assertEquals(ExitCode.OK, run("--outlet", "DA001", "--day", "2026-11-24"), shown::toString);
        assertTrue(shown.toString().contains("DA001 2026-11-24 version=1 hours=0"), shown::toString);
        assertTrue(shown.toString().contains("copied CANNOT_SAY"), shown::toString);
        assertEquals(ExitCode.OK, run("--outlet", "DA001", "--day", "2026-11-24"));
        assertTrue(shown.toString().contains("version=2"), shown::toString);
    }

    @Test
    void anOutletThatWasNotRegisteredIsSaidAndWhatIsNoDayIsRefused() {
        assertEquals(ExitCode.FINDINGS, run("--outlet", "DA404", "--day", "2026-11-24"));
        assertTrue(shown.toString().contains("DA404 was not registered"), shown::toString);
        assertEquals(ExitCode.USAGE, run("--outlet", "DA001", "--day", "yesterday"));
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "--config";
        all[1] = config.toString();
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return new CommandLine(new DetectCommand(CLOCK))
                .setExecutionExceptionHandler(new Failures())
                .setOut(new PrintWriter(shown, true))
                .setErr(new PrintWriter(shown, true))
                .execute(all);
    }
}
