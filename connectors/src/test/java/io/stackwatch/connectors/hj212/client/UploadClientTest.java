package io.stackwatch.connectors.hj212.client;

import static io.stackwatch.connectors.hj212.client.ClientHarness.outcome;
import static io.stackwatch.connectors.hj212.client.ClientHarness.upload;
import static io.stackwatch.connectors.hj212.client.ScriptedPeer.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.connectors.hj212.codec.Frame;
import io.vertx.core.buffer.Buffer;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The dialogue of HJ 212-2017 6.2 from the sender's side; lengths and checksums of the answers are literal. */
class UploadClientTest {

    private static final String NUMBER = "20160801085857223";
    private static final String FRAME =
            "##0101QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;CP=&&RtdInterval=30&&1C80";
    /** From the reference: length 87, checksum C241. */
    private static final String ANSWER_TO_ANOTHER =
            "##0087QN=20160801085000001;ST=91;CN=9014;PW=123456;MN=010000A8900016F000169DC0;Flag=4;CP=&&&&C241\r\n";

    private static final String ANSWER_OF_2005 =
            "##0076ST=91;CN=9014;PW=123456;MN=88888880000001;Flag=0;CP=&&QN=20160801085857223&&F881\r\n";

    private static final ClientOptions QUICK = ClientOptions.defaults()
            .withAnswer(Duration.ofMillis(150), 2)
            .withBackoff(Duration.ofMillis(20), Duration.ofMillis(50));
    private static final ClientOptions PATIENT =
            ClientOptions.defaults().withBackoff(Duration.ofMillis(20), Duration.ofMillis(50));

    private ScriptedPeer peer;
    private ClientHarness harness;
    private final CountDownLatch connected = new CountDownLatch(1);
    private final CountDownLatch connectedTwice = new CountDownLatch(2);
    private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();

    private final ClientListener listener = new ClientListener() {
        @Override
        public void connected() {
            connected.countDown();
            connectedTwice.countDown();
        }

        @Override
        public void requested(Frame frame) {
            requests.add(new String(frame.bytes(), StandardCharsets.US_ASCII));
        }
    };

    @BeforeEach
    void open() throws Exception {
        peer = new ScriptedPeer();
        harness = new ClientHarness();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
        peer.close();
    }

    @Test
    void theAnswerWithItsNumberAcknowledgesAFrame() throws Exception {
        UploadClient client = connect(PATIENT);
        Socket socket = peer.awaitConnection();

        CompletableFuture<Delivery> sent = harness.send(client, upload("20160801085000001", FRAME));

        assertEquals(FRAME, peer.awaitLine());
        write(socket, ANSWER_TO_ANOTHER);
        assertEquals(Delivery.ACKNOWLEDGED, outcome(sent));
        assertEquals(1, harness.inside(client::counters).acknowledged());
    }

    /** HJ/T 212-2005 puts the number into CP. */
    @Test
    void theAnswerOf2005AcknowledgesToo() throws Exception {
        UploadClient client = connect(PATIENT);
        Socket socket = peer.awaitConnection();

        CompletableFuture<Delivery> sent = harness.send(client, upload(NUMBER, FRAME));
        peer.awaitLine();
        write(socket, ANSWER_OF_2005);

        assertEquals(Delivery.ACKNOWLEDGED, outcome(sent));
    }

    @Test
    void anAnswerInPiecesAcknowledges() throws Exception {
        UploadClient client = connect(PATIENT);
        Socket socket = peer.awaitConnection();

        CompletableFuture<Delivery> sent = harness.send(client, upload("20160801085000001", FRAME));
        peer.awaitLine();
        for (int i = 0; i < ANSWER_TO_ANOTHER.length(); i += 7) {
            write(socket, ANSWER_TO_ANOTHER.substring(i, Math.min(ANSWER_TO_ANOTHER.length(), i + 7)));
        }

        assertEquals(Delivery.ACKNOWLEDGED, outcome(sent));
    }

    @Test
    void anUnansweredFrameIsSentAgainUnchangedAndGivenUpInTheEnd() throws Exception {
        UploadClient client = connect(QUICK);
        peer.awaitConnection();

        CompletableFuture<Delivery> sent = harness.send(client, upload(NUMBER, FRAME));

        assertEquals(FRAME, peer.awaitLine());
        assertEquals(FRAME, peer.awaitLine());
        assertEquals(FRAME, peer.awaitLine());
        assertEquals(Delivery.UNANSWERED, outcome(sent));
        assertTrue(peer.hasNoLine(), "resent more often than twice");
        assertEquals(2, harness.inside(client::counters).resent());
        assertEquals(1, harness.inside(client::counters).unanswered());
    }

    @Test
    void theAnswerToAnotherNumberAcknowledgesNothing() throws Exception {
        UploadClient client = connect(QUICK);
        Socket socket = peer.awaitConnection();

        CompletableFuture<Delivery> sent = harness.send(client, upload(NUMBER, FRAME));
        peer.awaitLine();
        write(socket, ANSWER_TO_ANOTHER);

        assertEquals(Delivery.UNANSWERED, outcome(sent));
        assertEquals(1, harness.inside(client::counters).strayReplies());
    }

    /** HJ 212-2017 Appendix A prints this frame; it is the host's to send. */
    @Test
    void aFrameThatIsNoAnswerGoesToTheListenerAsItCame() throws Exception {
        UploadClient client = connect(PATIENT);
        Socket socket = peer.awaitConnection();

        CompletableFuture<Delivery> sent = harness.send(client, upload(NUMBER, FRAME));
        peer.awaitLine();
        write(socket, FRAME + "\r\n" + ANSWER_TO_ANOTHER);

        assertEquals(FRAME, requests.poll(10, TimeUnit.SECONDS));
        assertFalse(sent.isDone(), "a request with the same number is no answer");
        assertEquals(1, harness.inside(client::counters).requests());
    }

    @Test
    void anAnswerIsNoRequest() throws Exception {
        UploadClient client = connect(PATIENT);
        Socket socket = peer.awaitConnection();

        CompletableFuture<Delivery> sent = harness.send(client, upload("20160801085000001", FRAME));
        peer.awaitLine();
        write(socket, ANSWER_TO_ANOTHER);

        assertEquals(Delivery.ACKNOWLEDGED, outcome(sent));
        assertTrue(requests.isEmpty(), "the answer was taken for a request");
        assertEquals(0, harness.inside(client::counters).requests());
    }

    @Test
    void aConnectionThatIsDroppedComesBack() throws Exception {
        UploadClient client = connect(PATIENT);
        peer.awaitConnection();
        CompletableFuture<Delivery> sent = harness.send(client, upload(NUMBER, FRAME));
        peer.awaitLine();

        harness.run(client::drop);

        assertEquals(Delivery.CUT, outcome(sent));
        assertTrue(connectedTwice.await(10, TimeUnit.SECONDS), "did not come back");
    }

    /** Command 1000: over-time and number of resends are the host's to set. */
    @Test
    void theWaitingTimeCanBeChangedWhileItRuns() throws Exception {
        UploadClient client = connect(PATIENT);
        peer.awaitConnection();
        harness.run(() -> client.answerWithin(Duration.ofMillis(50), 1));

        CompletableFuture<Delivery> sent = harness.send(client, upload(NUMBER, FRAME));

        assertEquals(FRAME, peer.awaitLine());
        assertEquals(FRAME, peer.awaitLine());
        assertEquals(Delivery.UNANSWERED, outcome(sent));
        assertTrue(peer.hasNoLine(), "resent more often than once");
    }

    @Test
    void bytesThatAreNoFrameDoNotHideTheAnswerBehindThem() throws Exception {
        UploadClient client = connect(PATIENT);
        Socket socket = peer.awaitConnection();

        CompletableFuture<Delivery> sent = harness.send(client, upload("20160801085000001", FRAME));
        peer.awaitLine();
        write(socket, "HTTP/1.1 400 Bad Request\r\n" + ANSWER_TO_ANOTHER);

        assertEquals(Delivery.ACKNOWLEDGED, outcome(sent));
        assertTrue(harness.inside(client::counters).garbled() > 0);
    }

    @Test
    void anAnswerWithAWrongChecksumIsNone() throws Exception {
        UploadClient client = connect(QUICK);
        Socket socket = peer.awaitConnection();

        CompletableFuture<Delivery> sent = harness.send(client, upload("20160801085000001", FRAME));
        assertEquals(FRAME, peer.awaitLine());
        write(socket, ANSWER_TO_ANOTHER.replace("C241", "C341"));

        assertEquals(FRAME, peer.awaitLine(), "it is sent again");
        write(socket, ANSWER_TO_ANOTHER);
        assertEquals(Delivery.ACKNOWLEDGED, outcome(sent));
        assertEquals(1, harness.inside(client::counters).garbled());
    }

    @Test
    void aFrameThatWantsNoAnswerIsDoneOnceItIsWritten() throws Exception {
        UploadClient client = connect(PATIENT);

        CompletableFuture<Delivery> sent =
                harness.send(client, new Upload(NUMBER, Buffer.buffer(FRAME + "\r\n"), false));

        assertEquals(Delivery.WRITTEN, outcome(sent));
        assertEquals(FRAME, peer.awaitLine());
    }

    @Test
    void withoutAConnectionNothingIsSent() throws Exception {
        UploadClient client = harness.client(peer.port(), PATIENT, listener);

        assertEquals(Delivery.NOT_CONNECTED, outcome(harness.send(client, upload(NUMBER, FRAME))));
    }

    @Test
    void whatAwaitsItsAnswerIsCutWhenTheConnectionEndsAndTheClientComesBack() throws Exception {
        UploadClient client = connect(PATIENT);
        Socket socket = peer.awaitConnection();
        CompletableFuture<Delivery> sent = harness.send(client, upload(NUMBER, FRAME));
        peer.awaitLine();

        socket.close();

        assertEquals(Delivery.CUT, outcome(sent));
        assertTrue(connectedTwice.await(10, TimeUnit.SECONDS), "did not come back");
        CompletableFuture<Delivery> again = harness.send(client, upload(NUMBER, FRAME));
        assertEquals(FRAME, peer.awaitLine());
        assertFalse(again.isDone(), "nobody has answered yet");
    }

    /** Control of the one before: who was told to stay away does not come back. */
    @Test
    void afterDisconnectTheClientStaysAway() throws Exception {
        UploadClient client = connect(PATIENT);
        peer.awaitConnection();

        harness.run(client::disconnect);

        UploadClient fence = harness.client(peer.port(), PATIENT, ClientListener.NONE);
        harness.run(fence::connect);
        peer.awaitConnection();
        assertEquals(1, harness.inside(client::counters).connects());
        assertEquals(Delivery.NOT_CONNECTED, outcome(harness.send(client, upload(NUMBER, FRAME))));
    }

    @Test
    void thePauseBetweenAttemptsDoublesUpToItsBound() {
        ClientOptions options = ClientOptions.defaults().withBackoff(Duration.ofMillis(100), Duration.ofMillis(700));

        assertEquals(Duration.ZERO, options.backoff(1));
        assertEquals(Duration.ofMillis(100), options.backoff(2));
        assertEquals(Duration.ofMillis(400), options.backoff(4));
        assertEquals(Duration.ofMillis(700), options.backoff(5));
        assertEquals(Duration.ofMillis(700), options.backoff(1_000));
    }

    private UploadClient connect(ClientOptions options) throws Exception {
        UploadClient client = harness.client(peer.port(), options, listener);
        harness.run(client::connect);
        assertTrue(connected.await(10, TimeUnit.SECONDS), "no connection");
        return client;
    }
}
