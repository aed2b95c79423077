package io.stackwatch.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.simulator.fleet.AnsweringPlatform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exit codes and what is printed with them. */
class SimulatorTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private final InputStream in = System.in;

    @TempDir
    Path folder;

    /** The fleet reads commands from the standard input, which belongs to the test runner. */
    @BeforeEach
    void nobodyTypes() {
        System.setIn(InputStream.nullInputStream());
    }

    @AfterEach
    void giveTheInputBack() {
        System.setIn(in);
    }

    @Test
    void helpIsThereForEveryCommand() {
        assertEquals(0, run("--help"));
        assertEquals(0, run("fleet", "--help"));
        assertEquals(0, run("boiler", "--help"));
        assertEquals(0, run("load", "--help"));
        assertTrue(out.toString().contains("Exit codes:"));
    }

    @Test
    void wrongArgumentsAreTwo() {
        assertEquals(2, run("load", "--target", "nowhere"));
        assertTrue(err.toString().contains("expected host:port"), err.toString());
        assertEquals(2, run("load", "--frames", "rt11"));
        assertEquals(2, run("load", "--connections", "0"));
        assertEquals(2, run("load", "--rate", "fast"));
        assertEquals(2, run("dance"));
    }

    @Test
    void aWrongScenarioIsThreeAndNamesTheLine() throws IOException {
        Path file = folder.resolve("wrong.yaml");
        Files.writeString(file, "loggers:\n  - mn: A1\n    plant: bakery\n");

        assertEquals(3, run("fleet", "--scenario", file.toString()));
        assertTrue(out.toString().contains("wrong.yaml:3: loggers[0].plant: expected one of"), out.toString());
    }

    @Test
    void anUnreachableTargetIsFour() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        assertEquals(4, run("load", "--target", "127.0.0.1:" + port, "--connections", "2"));
    }

    @Test
    void aLoadRunPrintsItsFiguresAndWritesThem() throws IOException {
        Path json = folder.resolve("result.json");
        try (AnsweringPlatform platform = new AnsweringPlatform()) {
            assertEquals(
                    0,
                    run(
                            "load",
                            "--target",
                            "127.0.0.1:" + platform.port(),
                            "--connections",
                            "3",
                            "--duration",
                            "0.5",
                            "--warmup",
                            "0.1",
                            "--frames",
                            "hour12",
                            "--json",
                            json.toString()),
                    out.toString());
        }

        assertTrue(out.toString().contains("3 connections, 1 in flight each, hour12"), out.toString());
        assertTrue(Files.readString(json).contains("\"p99.9\""));
    }

    @Test
    void theSheetsOfTheStationsHaveARowForEachOfThem() throws IOException {
        assertEquals(0, run("load", "--register", folder.toString(), "--connections", "7", "--mn-prefix", "AB"));

        assertEquals(8, Files.readAllLines(folder.resolve("stations.csv")).size());
        assertEquals(
                "AB0000000000000000000006,LOAD-AB0000000000000000000006,2017,HJ212,REJECT,123456,1,no,,2020-01-01,",
                Files.readAllLines(folder.resolve("stations.csv")).get(7));
        assertEquals(8, Files.readAllLines(folder.resolve("outlets.csv")).size());
        assertEquals(2, Files.readAllLines(folder.resolve("enterprises.csv")).size());
    }

    @Test
    void theFleetOfTheDemonstrationRunsForAWhile() throws IOException {
        try (AnsweringPlatform platform = new AnsweringPlatform()) {
            assertEquals(
                    0,
                    run("fleet", "--target", "127.0.0.1:" + platform.port(), "--duration", "2", "--every", "1"),
                    out.toString());
            assertTrue(
                    platform.frames("2011").size() > 10,
                    "only " + platform.frames().size());
        }
        assertTrue(out.toString().contains("runs 60.0 times as fast as the clock"), out.toString());
        assertTrue(out.toString().contains("simulated 2026-11-23 11:5"), out.toString());
    }

    @Test
    void theBoilersOfTheDemonstrationRunForAWhileAndTakeCommands() throws IOException {
        System.setIn(new ByteArrayInputStream("fault B01 stuck node SO2\nquit\n".getBytes(StandardCharsets.UTF_8)));

        assertEquals(
                0, run("boiler", "--port", "0", "--folder", folder.toString(), "--duration", "60"), out.toString());
        assertTrue(
                out.toString().contains("heating plant, 3 boilers: 3 boilers at opc.tcp://localhost:"), out.toString());
        assertTrue(out.toString().contains("stuck on 1 boiler(s)"), out.toString());
        assertTrue(Files.exists(folder.resolve("own").resolve("server.der")));
    }

    @Test
    void aWrongScenarioOfBoilersIsThreeAndATakenPortIsOne() throws IOException {
        Path file = folder.resolve("wrong.yaml");
        Files.writeString(file, "boilers:\n  - name: A\n    rated: much\n");
        assertEquals(3, run("boiler", "--scenario", file.toString()));
        assertTrue(out.toString().contains("wrong.yaml:3: boilers[0].rated: expected a number"), out.toString());

        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertEquals(
                    1,
                    run("boiler", "--port", "" + taken.getLocalPort(), "--folder", folder.toString()),
                    out.toString());
        }
        assertTrue(out.toString().contains("failed: java.io.IOException: the server does not start"), out.toString());
    }

    private int run(String... args) {
        return Simulator.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
