package io.stackwatch.simulator.boiler.server;

import static io.stackwatch.simulator.boiler.server.PlainClient.next;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.simulator.boiler.BoilerQuantity;
import io.stackwatch.simulator.boiler.FireState;
import io.stackwatch.simulator.boiler.Instruments;
import io.stackwatch.simulator.fault.Disorder;
import io.stackwatch.simulator.fault.DisorderKind;
import io.stackwatch.simulator.scenario.ServerTraits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.eclipse.milo.opcua.sdk.client.identity.UsernameProvider;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaSubscription;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Boilers as a plain client sees them. */
class BoilerServerTest {

    private static final BoilerQuantity SO2 = BoilerQuantity.SULPHUR_DIOXIDE;
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @Test
    void whatIsReadIsWhatTheBoilerDid() throws Exception {
        try (BoilerServer server = BoilerFixture.start(2, BoilerFixture.openTraits(), folder);
                PlainClient client = PlainClient.connect(server)) {
            DataValue value = client.read("B02/SO2");

            assertEquals(StatusCode.GOOD, value.statusCode());
            assertEquals(
                    shown(BoilerFixture.sound(2), SO2, sourceTime(value)),
                    value.value().value());
            assertEquals(
                    FireState.RUNNING.code(),
                    client.read("B01/FireState").value().value());
        }
    }

    @Test
    void theServersClockIsTheBoilersClock() throws Exception {
        try (BoilerServer server = BoilerFixture.start(1, BoilerFixture.openTraits(), folder);
                PlainClient client = PlainClient.connect(server)) {
            Instant before = server.status().at();
            DataValue time =
                    client.milo().readValue(0, TimestampsToReturn.Both, NodeIds.Server_ServerStatus_CurrentTime);
            Instant shown = ((DateTime) time.value().value()).getJavaInstant();
            assertFalse(shown.isBefore(before.minusMillis(1)), shown + " before " + before);
            assertFalse(shown.isAfter(server.status().at()), shown + " is not over");
        }
    }

    @Test
    void aNodeThatIsNotThereIsUnknown() throws Exception {
        try (BoilerServer server = BoilerFixture.start(1, BoilerFixture.openTraits(), folder);
                PlainClient client = PlainClient.connect(server)) {
            assertEquals(
                    StatusCodes.Bad_NodeIdUnknown,
                    client.read("B09/SO2").statusCode().value());
        }
    }

    /** Between two notifications the value has not changed: nothing is lost. */
    @Test
    void everySampleThatDiffersFromTheOneBeforeIsPublished() throws Exception {
        try (BoilerServer server = BoilerFixture.start(1, BoilerFixture.openTraits(), folder);
                PlainClient client = PlainClient.connect(server)) {
            BlockingQueue<DataValue> values = client.watch("B01/SO2");
            Instruments sound = BoilerFixture.sound(1);
            DataValue before = next(values);
            for (int i = 0; i < 20; i++) {
                DataValue now = next(values);
                Instant at = sourceTime(before);
                while (at.plusSeconds(5).isBefore(sourceTime(now))) {
                    at = at.plusSeconds(5);
                    assertEquals(before.value().value(), shown(sound, SO2, at), "left out at " + at);
                }
                assertEquals(shown(sound, SO2, sourceTime(now)), now.value().value());
                assertNotEquals(before.value().value(), now.value().value());
                before = now;
            }
        }
    }

    @Test
    void aFaultOnCommandIsSeenInStatusAndValue() throws Exception {
        try (BoilerServer server = BoilerFixture.start(1, BoilerFixture.openTraits(), folder);
                PlainClient client = PlainClient.connect(server)) {
            BlockingQueue<DataValue> values = client.watch("B01/SO2");
            assertEquals(StatusCode.GOOD, next(values).statusCode());

            assertTrue(server.command("fault B01 bad-status node SO2 for 10h").startsWith("bad-status on 1 boiler(s)"));
            DataValue bad = until(values, value -> value.statusCode().isBad());
            assertEquals(StatusCodes.Bad_SensorFailure, bad.statusCode().value());
            assertTrue(bad.value().isNull());
            assertEquals(StatusCode.GOOD, client.read("B01/NOx").statusCode());

            server.command("heal B01");
            until(values, value -> value.statusCode().isGood());
            server.command("fault all uncertain-status for 10h");
            DataValue uncertain = until(values, value -> value.statusCode().isUncertain());
            assertEquals(
                    StatusCodes.Uncertain_SensorNotAccurate,
                    uncertain.statusCode().value());
            assertFalse(uncertain.value().isNull());
        }
    }

    @Test
    void aStuckSensorStaysAndASilentOneDoesNotEvenHaveANewTime() throws Exception {
        try (BoilerServer server = BoilerFixture.start(1, BoilerFixture.openTraits(), folder);
                PlainClient client = PlainClient.connect(server)) {
            server.command("fault B01 stuck node SO2 for 100h");
            server.command("fault B01 silent-node node NOx for 100h");
            // what is shown may still be of before: the next two samples are not
            awaitNextSample(client);
            awaitNextSample(client);
            DataValue stuck = client.read("B01/SO2");
            DataValue silent = client.read("B01/NOx");
            await(() -> !read(client, "B01/Load").sourceTime().equals(stuck.sourceTime()));

            assertEquals(stuck.value(), client.read("B01/SO2").value());
            assertNotEquals(stuck.sourceTime(), client.read("B01/SO2").sourceTime());
            assertEquals(silent.value(), client.read("B01/NOx").value());
            assertEquals(silent.sourceTime(), client.read("B01/NOx").sourceTime());
        }
    }

    private static void awaitNextSample(PlainClient client) throws Exception {
        DataValue shown = client.read("B01/Load");
        await(() -> !read(client, "B01/Load").sourceTime().equals(shown.sourceTime()));
    }

    @Test
    void aWrongClockIsInTheSourceTimeOnly() throws Exception {
        try (BoilerServer server = BoilerFixture.start(1, BoilerFixture.openTraits(), folder);
                PlainClient client = PlainClient.connect(server)) {
            server.command("fault B01 clock-off by -2h for 100h");
            await(() -> read(client, "B01/SO2")
                    .sourceTime()
                    .getJavaInstant()
                    .isBefore(BoilerFixture.START.minus(Duration.ofMinutes(90))));

            assertTrue(!client.read("B01/SO2").serverTime().getJavaInstant().isBefore(BoilerFixture.START));
        }
    }

    @Test
    void historyComesInPiecesAndIsWhatWasShown() throws Exception {
        try (BoilerServer server = BoilerFixture.start(1, BoilerFixture.openTraits(), folder);
                PlainClient client = PlainClient.connect(server)) {
            Instant from = BoilerFixture.START.minus(Duration.ofHours(2));

            List<DataValue> values = client.history("B01/SO2", from, from.plus(Duration.ofHours(1)), 100);
            assertEquals(720, values.size());
            for (int i = 0; i < 720; i++) {
                assertEquals(from.plusSeconds(5L * i), sourceTime(values.get(i)));
                assertEquals(
                        shown(BoilerFixture.sound(1), SO2, from.plusSeconds(5L * i)),
                        values.get(i).value().value());
            }
            List<DataValue> backwards = client.history("B01/SO2", from.plusSeconds(60), from, 5);
            assertEquals(12, backwards.size());
            assertEquals(from.plusSeconds(60), sourceTime(backwards.get(0)));
            assertEquals(
                    List.of(),
                    client.history("B01/SO2", from.minus(Duration.ofDays(3)), from.minus(Duration.ofDays(2)), 0));
        }
    }

    @Test
    void aServerWithoutHistorySaysSo() throws Exception {
        ServerTraits none = new ServerTraits(Duration.ofSeconds(5), Duration.ZERO, true, true, true, Map.of());
        try (BoilerServer server = BoilerFixture.start(1, none, folder);
                PlainClient client = PlainClient.connect(server)) {
            Instant from = BoilerFixture.START.minus(Duration.ofHours(2));

            assertEquals(
                    StatusCodes.Bad_HistoryOperationUnsupported,
                    client.page("B01/SO2", from, from.plusSeconds(60), 0, ByteString.NULL_VALUE)
                            .getStatusCode()
                            .value());
        }
    }

    @Test
    void aSubscriptionCanBeTakenOverUnlessTheServerDoesNotOfferIt() throws Exception {
        UsernameProvider operator = new UsernameProvider("operator", "right");
        try (BoilerServer server = BoilerFixture.start(1, BoilerFixture.openTraits(), folder.resolve("a"));
                PlainClient one = PlainClient.connect(server, operator);
                PlainClient two = PlainClient.connect(server, operator)) {
            OpcUaSubscription subscription = one.subscribe("B01/SO2", new LinkedBlockingQueue<>());
            assertEquals(
                    StatusCode.GOOD,
                    two.milo()
                            .transferSubscriptions(
                                    List.of(subscription.getSubscriptionId().orElseThrow()), true)
                            .getResults()[0]
                            .getStatusCode());
        }
        ServerTraits refusing =
                new ServerTraits(Duration.ofSeconds(5), Duration.ofHours(1), false, true, true, BoilerFixture.USERS);
        try (BoilerServer server = BoilerFixture.start(1, refusing, folder.resolve("b"));
                PlainClient one = PlainClient.connect(server, operator);
                PlainClient two = PlainClient.connect(server, operator)) {
            OpcUaSubscription subscription = one.subscribe("B01/SO2", new LinkedBlockingQueue<>());
            UaException refused = assertThrows(UaException.class, () -> two.milo()
                    .transferSubscriptions(
                            List.of(subscription.getSubscriptionId().orElseThrow()), true));
            assertEquals(
                    StatusCodes.Bad_ServiceUnsupported, refused.getStatusCode().value());
        }
    }

    @Test
    void aStoppedServerIsGoneAndComesBackWithTheSameCertificateAndAHoleInItsHistory() throws Exception {
        try (BoilerServer server = BoilerFixture.start(1, BoilerFixture.openTraits(), folder)) {
            X509Certificate before = server.certificate();
            server.command("fault server server-stop for 100h");
            Instant stopped = server.status().at();
            assertFalse(server.status().running());
            UaException gone = assertThrows(UaException.class, () -> PlainClient.connect(server));
            assertTrue(gone.getStatusCode().isBad(), gone.toString());

            await(() -> server.status().at().isAfter(stopped.plusSeconds(60)));
            server.command("start");
            Instant started = server.status().at();
            assertEquals(before, server.certificate());
            try (PlainClient client = PlainClient.connect(server)) {
                List<Instant> kept =
                        client.history("B01/SO2", stopped.minusSeconds(60), started.plusSeconds(60), 0).stream()
                                .map(BoilerServerTest::sourceTime)
                                .toList();
                assertFalse(kept.isEmpty());
                assertTrue(
                        kept.stream().noneMatch(at -> at.isAfter(stopped) && at.isBefore(started.minusSeconds(5))),
                        stopped + " to " + started + ": " + kept);
            }
        }
    }

    @Test
    void anotherCertificateIsAnotherOneAndStaysInTheFolder() throws Exception {
        X509Certificate second;
        try (BoilerServer server = BoilerFixture.start(1, BoilerFixture.openTraits(), folder)) {
            X509Certificate first = server.certificate();
            server.command("fault server new-certificate");
            second = server.certificate();
            assertNotEquals(first, second);
            assertTrue(server.status().running());
        }
        try (BoilerServer again = BoilerFixture.start(1, BoilerFixture.openTraits(), folder)) {
            assertEquals(second, again.certificate());
        }
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("own/server.key"))));
    }

    /** A stop and a new certificate that the scenario plans, half a minute and two minutes after the start. */
    @Test
    void whatIsPlannedForTheServerHappensInTheBoilersTime() throws Exception {
        Instant start = BoilerFixture.START;
        List<Disorder> planned = List.of(
                new Disorder(
                        DisorderKind.SERVER_STOP, "all", start.plusSeconds(30), start.plusSeconds(90), Duration.ZERO),
                new Disorder(
                        DisorderKind.NEW_CERTIFICATE,
                        "all",
                        start.plusSeconds(120),
                        start.plusSeconds(121),
                        Duration.ZERO));
        try (BoilerServer server = BoilerFixture.start(1, planned, BoilerFixture.openTraits(), folder)) {
            X509Certificate first = server.certificate();
            await(() -> !server.status().running());
            await(() -> server.status().running());
            assertFalse(server.status().at().isBefore(start.plusSeconds(90)));
            await(() -> !server.certificate().equals(first));
            assertFalse(server.status().at().isBefore(start.plusSeconds(120)));
        }
    }

    @Test
    void aDroppedSessionIsNoticedByItsClientWhichComesBack() throws Exception {
        try (BoilerServer server = BoilerFixture.start(1, BoilerFixture.openTraits(), folder);
                PlainClient client = PlainClient.connect(server)) {
            BlockingQueue<DataValue> values = client.watch("B01/SO2");
            next(values);
            Optional<NodeId> first = session(client);
            server.command("fault server session-drop");
            await(() -> session(client).isPresent() && !session(client).equals(first));
            assertEquals(1, server.status().sessions());
        }
    }

    @Test
    void tenThousandNodesAreServedAndOnlyWatchedOnesAreReckoned() throws Exception {
        try (BoilerServer server = BoilerFixture.start(667, BoilerFixture.openTraits(), folder);
                PlainClient client = PlainClient.connect(server)) {
            assertEquals(10_005, server.status().nodes());
            BlockingQueue<DataValue> values = client.watch("B667/SO2");
            next(values);
            next(values);
            assertEquals(1, server.status().monitored());
        }
    }

    @Test
    void aLineThatMakesNoSenseChangesNothing() throws Exception {
        try (BoilerServer server = BoilerFixture.start(1, BoilerFixture.openTraits(), folder)) {
            for (String line : List.of(
                    "dance",
                    "fault",
                    "fault B77 stuck",
                    "fault B01 bad-luck",
                    "fault B01 server-stop",
                    "fault server stuck",
                    "fault B01 stuck node CO2",
                    "fault B01 stuck for ever",
                    "fault B01 clock-off by 48h",
                    "heal B77")) {
                assertTrue(server.command(line).endsWith("; try help"), line);
            }
            assertEquals(0, server.status().wrong());
            assertTrue(server.status().running());
            assertTrue(server.command("help").contains("abatement-trip"));
            assertTrue(server.command("status").contains("boilers=1"));
        }
    }

    private static Object shown(Instruments instruments, BoilerQuantity quantity, Instant at) {
        return (float) instruments
                .sample(quantity, at, instruments.truth(at))
                .orElseThrow()
                .figure();
    }

    private static Instant sourceTime(DataValue value) {
        return value.sourceTime().getJavaInstant();
    }

    private static DataValue read(PlainClient client, String identifier) {
        try {
            return client.read(identifier);
        } catch (UaException e) {
            throw new AssertionError(e);
        }
    }

    /** The session in which it can read; none while it has lost it. */
    private static Optional<NodeId> session(PlainClient client) {
        try {
            client.read("B01/SO2");
            return Optional.of(client.milo().getSession().getSessionId());
        } catch (UaException e) {
            return Optional.empty();
        }
    }

    private static DataValue until(BlockingQueue<DataValue> values, Predicate<DataValue> wanted)
            throws InterruptedException {
        DataValue value = next(values);
        while (!wanted.test(value)) {
            value = next(values);
        }
        return value;
    }

    private static void await(BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(DEADLINE);
        while (!condition.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(deadline), "it did not happen within " + DEADLINE);
            LockSupport.parkNanos(1_000_000);
        }
    }
}
