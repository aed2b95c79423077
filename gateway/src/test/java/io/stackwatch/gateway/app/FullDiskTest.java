package io.stackwatch.gateway.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.gateway.config.Config;
import io.stackwatch.gateway.config.Settings;
import io.stackwatch.gateway.history.Eventually;
import io.stackwatch.gateway.journal.segment.SegmentJournal;
import io.stackwatch.simulator.fault.MisbehavingLogger;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The disk of the data folder fills up: nothing is acknowledged that is not kept, and it goes on when there is room. */
final class FullDiskTest {

    private static final int MIB = 1 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration NO_ANSWER = Duration.ofSeconds(5);

    @TempDir
    private Path folder;

    @RegisterExtension
    final MisbehavingLogger logger = new MisbehavingLogger();

    private int acknowledged;

    /** On a small file system of its own if this process may mount one, otherwise by the reserve that is to be left free. */
    @Test
    void acknowledgingStopsWhenTheDiskIsFullAndResumesWhenThereIsRoom(TestReporter reporter) throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=48m", "tmpfs", data.toString());
        reporter.publishEntry("full disk", mounted ? "tmpfs of 48 MB" : "not allowed to mount: by the reserve");
        long free = data.toFile().getUsableSpace() / MIB;
        try {
            fill(data, mounted ? 8 : free - 1024, mounted ? free : 2048);
        } finally {
            assertTrue(!mounted || run("umount", data.toString()), "the file system could not be unmounted");
        }
    }

    private void fill(Path data, long reserveMib, long hogMib) throws Exception {
        Config config = SmallCity.config(data)
                .with(Settings.JOURNAL_SEGMENT_MIB, "1")
                .with(Settings.JOURNAL_RESERVE_MIB, String.valueOf(reserveMib));
        SmallCity.register(config, SmallCity.mns(1));
        Path hog = data.resolve("hog");
        try (Gateway gateway = Gateway.start(config, SmallCity.clock(), 1)) {
            GatewayApi api = new GatewayApi(gateway.webPort());
            logger.connect(gateway.loggerPort());
            for (int i = 0; i < 100; i++) {
                assertTrue(next(Duration.ofSeconds(10)), "not acknowledged before the disk is full");
            }
            assertEquals(200, api.health());

            occupy(hog, hogMib);
            while (next(NO_ANSWER)) {
                assertTrue(acknowledged < 100_000, "the disk does not get full");
            }
            Eventually.holds(PATIENCE, "/health does not say 503", () -> api.health() == 503);
            assertEquals("DOWN", api.part("intake").get("status").asText());
            assertEquals(acknowledged, api.head(), "what is in the journal is what was acknowledged");

            Files.delete(hog);
            Eventually.holds(PATIENCE, "/health does not recover", () -> api.health() == 200);
            logger.connect(gateway.loggerPort());
            assertTrue(next(Duration.ofSeconds(10)), "the frame that got no answer, sent again");
            acknowledged--;
            assertTrue(next(Duration.ofSeconds(10)), "and once more, as a logger does that missed the answer");
            for (int i = 0; i < 100; i++) {
                assertTrue(next(Duration.ofSeconds(10)), "not acknowledged after there is room again");
            }
            Eventually.holds(
                    PATIENCE,
                    "the verdicts' reader does not catch up",
                    () -> api.part("core").get("figures").get("position").asLong() == acknowledged);
        }
        var verified = SegmentJournal.verify(data.resolve("journal"));
        assertTrue(verified.findings().isEmpty(), () -> "findings: " + verified.findings());
        assertEquals(acknowledged, verified.records(), "each acknowledged frame is there once");
    }

    /** Sends the frame behind the last acknowledged one; whether it was acknowledged. */
    private boolean next(Duration patience) {
        String frame = SmallCity.realtime(SmallCity.mn(1), SmallCity.MORNING.plusSeconds(acknowledged), "12.5");
        boolean yes = logger.send(frame)
                .reply(patience)
                .filter(answer -> answer.contains("CN=9014"))
                .isPresent();
        acknowledged += yes ? 1 : 0;
        return yes;
    }

    /** Writes until that much is written or the disk has no more. */
    private static void occupy(Path hog, long mebibytes) throws IOException {
        byte[] block = new byte[64 << 10];
        try (OutputStream out = Files.newOutputStream(hog)) {
            for (long i = 0; i < mebibytes * 16; i++) {
                out.write(block);
            }
        } catch (IOException full) {
            assertTrue(Files.size(hog) > MIB, "the disk should be full of the hog");
        }
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }
}
