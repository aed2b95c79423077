package io.stackwatch.gateway.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built program has everything in it that the demonstration needs, also the pretended plants. */
class DemoIT {

    @TempDir
    private Path folder;

    @Test
    void theBuiltProgramRunsTheDemonstration() throws Exception {
        Path log = folder.resolve("demo.log");
        Process demo = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        Path.of("target", "stackwatch.jar").toString(),
                        "demo",
                        "--data-dir",
                        folder.resolve("data").toString(),
                        "--hj212-port",
                        "0",
                        "--http-port",
                        "0",
                        "--duration",
                        "5")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertTrue(demo.waitFor(90, TimeUnit.SECONDS), "it does not end");
        } finally {
            demo.destroyForcibly();
        }
        String said = Files.readString(log);
        assertEquals(0, demo.exitValue(), said);
        assertTrue(said.contains("boilers   opc.tcp://127.0.0.1:"), said);
    }
}
