package io.stackwatch.gateway.circular;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same month gives the same bytes: in other processes, languages, zones, encodings and Java runtimes, and next year. */
class SameBytesTest {

    private static final Path GOLDEN =
            Path.of("src", "test", "resources", "io", "stackwatch", "gateway", "circular", "made-month.sha256.txt");

    @TempDir
    Path folder;

    /** With -Dstackwatch.regenerate=true the digests are written instead of compared. */
    @Test
    void thePapersOfTheMadeMonthHaveTheDigestsThatAreKept() throws Exception {
        String digests = papersBy(ownJava(), List.of());
        if (Boolean.getBoolean("stackwatch.regenerate")) {
            Files.writeString(GOLDEN, digests, StandardCharsets.UTF_8);
        }
        assertEquals(Files.readString(GOLDEN, StandardCharsets.UTF_8), digests);
    }

    @Test
    void anotherLanguageZoneAndEncodingChangeNothing() throws Exception {
        assertEquals(
                Files.readString(GOLDEN, StandardCharsets.UTF_8),
                papersBy(
                        ownJava(),
                        List.of(
                                "-Duser.language=tr",
                                "-Duser.country=TR",
                                "-Duser.timezone=America/St_Johns",
                                "-Dfile.encoding=ISO-8859-9")));
    }

    /** Every Java runtime of the machine from 17 on; there is always one, that of this test. */
    @Test
    void everyJavaRuntimeOfTheMachineMakesTheSame() throws Exception {
        List<Path> runtimes = runtimes();
        assertTrue(runtimes.contains(ownJava()), runtimes::toString);
        for (Path java : runtimes) {
            assertEquals(
                    Files.readString(GOLDEN, StandardCharsets.UTF_8),
                    papersBy(java, List.of("-Duser.language=ar", "-Duser.timezone=Asia/Kathmandu")),
                    java::toString);
        }
    }

    private static List<Path> runtimes() throws IOException {
        List<Path> found = new ArrayList<>(List.of(ownJava()));
        Path usual = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(usual)) {
            try (Stream<Path> homes = Files.list(usual)) {
                homes.filter(home -> !Files.isSymbolicLink(home) && release(home) >= 17)
                        .map(home -> home.resolve("bin").resolve("java"))
                        .filter(java -> Files.isExecutable(java) && !java.equals(ownJava()))
                        .sorted()
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static int release(Path home) {
        try {
            return Files.readAllLines(home.resolve("release"), StandardCharsets.UTF_8).stream()
                    .filter(line -> line.startsWith("JAVA_VERSION=\""))
                    .map(line -> line.substring(14).split("[.\"-]", -1)[0])
                    .mapToInt(Integer::parseInt)
                    .findFirst()
                    .orElse(0);
        } catch (IOException none) {
            return 0;
        }
    }

    private static Path ownJava() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    private String papersBy(Path java, List<String> settings) throws Exception {
        Path papers = Files.createTempDirectory(folder, "papers");
        List<String> command = new ArrayList<>(List.of(java.toString(), "-Xmx512m"));
        command.addAll(settings);
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), MadePapers.class.getName(), papers.toString()));
        File log = papers.resolve("log.txt").toFile();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        assertTrue(process.waitFor(5, TimeUnit.MINUTES), "the papers were not made within five minutes");
        assertEquals(0, process.exitValue(), () -> read(log.toPath()));
        return Files.readString(papers.resolve("2026-11-final-v2-sha256.txt"), StandardCharsets.UTF_8);
    }

    private static String read(Path log) {
        try {
            return Files.readString(log, StandardCharsets.UTF_8);
        } catch (IOException gone) {
            return "no log: " + gone.getMessage();
        }
    }
}
