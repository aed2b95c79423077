package io.stackwatch.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.simulator.conform.KitEdition;
import io.stackwatch.simulator.conform.KitStations;
import io.stackwatch.simulator.conform.Misbehaviour;
import io.stackwatch.simulator.conform.PretendedPlatform;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The conformance kit from the command line: exit codes, and what is printed and written. */
class ConformCommandTest {

    private static final String MN = "C0F201700000000000000001";
    private static final String PW = "012017";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void casesAreListedWithWhatTheyNeed() {
        assertEquals(0, run("conform", "server", "--edition", "2017", "--list"));
        assertTrue(out.toString().contains("2017/wrong-crc-is-dropped"), out.toString());
        assertTrue(out.toString().contains("needs strict-crc"), out.toString());
        assertEquals(0, run("conform", "logger", "--edition", "2017,2025-sm4", "--list", "--zh"));
        assertTrue(out.toString().contains("提取现场机时间1011"), out.toString());
        assertEquals(0, run("conform", "--help"));
    }

    @Test
    void wrongArgumentsAreTwo() {
        assertEquals(2, run("conform", "server", "--edition", "2018", "--list"));
        assertTrue(err.toString().contains("expected 2005, 2017, 2025 or 2025-sm4, found '2018'"), err.toString());
        assertEquals(2, run("conform", "server", "--edition", "2017", "--has", "luck"));
        assertEquals(2, run("conform", "server", "--edition", "2017"));
        assertTrue(err.toString().contains("which stations does the platform know"), err.toString());
        assertEquals(2, run("conform", "logger", "--edition", "2017"));
        assertTrue(err.toString().contains("which MN does the logger have"), err.toString());
        assertEquals(2, run("conform", "server", "--edition", "2025-sm4", "--mn", MN, "--key", "short"));
        assertFalse(err.toString().contains("short"), "a key is not repeated");
    }

    @Test
    void aScriptThatIsWrongIsTwoAndNamesTheLine() throws Exception {
        Path scripts = Files.createDirectories(folder.resolve("server").resolve("2017"));
        Files.writeString(
                scripts.resolve("mine.case"), "rule: Mine. | practice | field\nzh: 我的。\nchapter: frame\ndance\n");

        assertEquals(2, run("conform", "server", "--edition", "2017", "--cases", folder.toString(), "--list"));
        assertTrue(err.toString().contains("mine.case:4: expected a step, found 'dance'"), err.toString());
    }

    @Test
    void aPlatformThatCannotBeReachedIsFour() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertEquals(4, run("conform", "server", "--edition", "2017", "--mn", MN, "--port", Integer.toString(port)));
    }

    @Test
    void oneStationIsEnoughAndWhatItCannotPlayIsNotRun() throws Exception {
        try (PretendedPlatform platform = platform(Misbehaviour.NONE)) {
            assertEquals(0, server(platform, "--case", "2017/*mn*"), out.toString());
            assertTrue(out.toString().contains("passed   2017/answer-repeats-mn"), out.toString());

            assertEquals(0, server(platform, "--case", "2017/two-stations*"), out.toString());
            assertTrue(out.toString().contains("a second station for 2017 was not given"), out.toString());
            assertEquals(1, server(platform, "--case", "2017/two-stations*", "--all-must-run"));
        }
    }

    @Test
    void aPlatformThatIsWrongIsOneAndTheCaseIsNamedEverywhere() throws Exception {
        Path xml = folder.resolve("result.xml");
        Path page = folder.resolve("page.html");
        try (PretendedPlatform platform = platform(Misbehaviour.ANSWERS_WITH_ANOTHER_PW)) {
            assertEquals(
                    1,
                    server(
                            platform,
                            "--case",
                            "2017/answer-*",
                            "--junit",
                            xml.toString(),
                            "--report",
                            page.toString()));
        }
        for (String where : List.of(out.toString(), Files.readString(xml), Files.readString(page))) {
            assertTrue(where.contains("2017/answer-repeats-pw"), where);
            assertTrue(where.contains("another PW"), where);
            assertFalse(where.contains("PW=" + PW), "passwords are left out: " + where);
        }
        assertFalse(out.toString().contains("FAILED   2017/answer-repeats-mn"), out.toString());
    }

    @Test
    void theSheetsHoldTheStationsAndTheKitReadsItsOwn() throws Exception {
        assertEquals(0, run("conform", "sheets", "--edition", "2017,2025-sm4", "--dir", folder.toString()));

        List<String> stations = Files.readAllLines(folder.resolve("stations.csv"));
        assertEquals("mn,outlet,edition,crc,password_policy,password,from,encryption", stations.get(0));
        assertEquals(MN + ",KIT-" + MN + ",2017,HJ212,REJECT," + PW + ",2020-01-01,NONE", stations.get(1));
        assertFalse(String.join("", stations).contains("-key-new"), "keys stand in no sheet of the registry");
        EnumSet<KitEdition> editions = EnumSet.of(KitEdition.OF_2017, KitEdition.OF_2025_SM4);
        assertEquals(KitStations.of(editions), KitStations.read(folder.resolve("kit.csv")));
        try (PretendedPlatform platform = new PretendedPlatform(KitStations.of(editions), Misbehaviour.NONE)) {
            String sheet = folder.resolve("kit.csv").toString();
            String port = Integer.toString(platform.port());
            assertEquals(
                    0,
                    run(
                            "conform",
                            "server",
                            "--edition",
                            "2025-sm4",
                            "--stations",
                            sheet,
                            "--port",
                            port,
                            "--case",
                            "*/enc*"),
                    out.toString());
        }
    }

    private static PretendedPlatform platform(Misbehaviour wrong) throws Exception {
        return new PretendedPlatform(KitStations.of(EnumSet.of(KitEdition.OF_2017)), wrong);
    }

    private int server(PretendedPlatform platform, String... more) {
        String[] all = new String[more.length + 10];
        System.arraycopy(
                new String[] {
                    "conform",
                    "server",
                    "--edition",
                    "2017",
                    "--mn",
                    MN,
                    "--pw",
                    PW,
                    "--port",
                    Integer.toString(platform.port())
                },
                0,
                all,
                0,
                10);
        System.arraycopy(more, 0, all, 10, more.length);
        return run(all);
    }

    private int run(String... args) {
        return Simulator.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
