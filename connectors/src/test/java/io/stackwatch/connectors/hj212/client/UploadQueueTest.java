package io.stackwatch.connectors.hj212.client;

import static io.stackwatch.connectors.hj212.client.ScriptedPeer.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.buffer.Buffer;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** New data before backlog, backlog paced (HJ 212-2025 8.1.2). */
class UploadQueueTest {

    private static final ClientOptions OPTIONS =
            ClientOptions.defaults().withBackoff(Duration.ofMillis(20), Duration.ofMillis(50));

    private ScriptedPeer peer;
    private ClientHarness harness;
    private UploadClient client;
    private final PendingStore<String> store = new PendingStore<>(100, 100);
    private final BlockingQueue<Delivery> outcomes = new LinkedBlockingQueue<>();
    private final Semaphore connected = new Semaphore(0);

    @BeforeEach
    void open() throws Exception {
        peer = new ScriptedPeer();
        harness = new ClientHarness();
        client = harness.client(peer.port(), OPTIONS, new ClientListener() {
            @Override
            public void connected() {
                connected.release();
            }
        });
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
        peer.close();
    }

    @Test
    void whatComesWithoutAConnectionIsBacklogAndWaitsBehindWhatIsNew() throws Exception {
        UploadQueue<String> queue = queue(QueueOptions.defaults().withBacklogPause(Duration.ZERO), false);
        harness.run(() -> queue.offer("old"));
        harness.run(client::connect);
        assertTrue(connected.tryAcquire(10, TimeUnit.SECONDS));

        harness.run(() -> {
            store.addFresh("new");
            queue.pump();
        });

        assertEquals("new fresh", peer.awaitLine());
        assertEquals("old backlog", peer.awaitLine());
    }

    @Test
    void twoItemsOfTheBacklogAreAtLeastAPauseApart() throws Exception {
        Duration pause = Duration.ofMillis(200);
        UploadQueue<String> queue = queue(QueueOptions.defaults().withBacklogPause(pause), false);
        connect();

        long before = System.nanoTime();
        harness.run(() -> {
            queue.offerBacklog("a");
            queue.offerBacklog("b");
            queue.offerBacklog("c");
        });

        assertEquals("a backlog", peer.awaitLine());
        assertEquals("b backlog", peer.awaitLine());
        assertEquals("c backlog", peer.awaitLine());
        long took = System.nanoTime() - before;
        assertTrue(took >= pause.multipliedBy(2).minusMillis(5).toNanos(), "three within " + took / 1_000_000 + " ms");
    }

    @Test
    void anItemThatIsCutOffGoesOutAgainAsBacklog() throws Exception {
        UploadQueue<String> queue = queue(QueueOptions.defaults().withBacklogPause(Duration.ZERO), true);
        connect();
        Socket first = peer.awaitConnection();
        harness.run(() -> queue.offer("20160801085000001"));
        assertEquals("20160801085000001 fresh", peer.awaitLine());

        first.close();

        assertEquals(Delivery.CUT, outcomes.poll(10, TimeUnit.SECONDS));
        Socket second = peer.awaitConnection();
        assertTrue(connected.tryAcquire(10, TimeUnit.SECONDS), "did not come back");
        harness.run(queue::pump);
        assertEquals("20160801085000001 backlog", peer.awaitLine());
        write(
                second,
                "##0087QN=20160801085000001;ST=91;CN=9014;PW=123456;MN=010000A8900016F000169DC0;Flag=4;CP=&&&&C241\r\n");
        assertEquals(Delivery.ACKNOWLEDGED, outcomes.poll(10, TimeUnit.SECONDS));
        assertEquals(0, store.backlogSize());
    }

    /** One in flight: the second waits for the answer to the first. */
    @Test
    void noMoreItemsAreUnderWayThanAllowed() throws Exception {
        UploadQueue<String> queue = queue(QueueOptions.defaults(), true);
        connect();
        Socket socket = peer.awaitConnection();
        harness.run(() -> {
            queue.offer("20160801085000001");
            queue.offer("20160801085000002");
        });
        assertEquals("20160801085000001 fresh", peer.awaitLine());
        assertEquals(1, harness.inside(queue::underWay));
        assertEquals(1, harness.inside(store::freshSize));

        write(
                socket,
                "##0087QN=20160801085000001;ST=91;CN=9014;PW=123456;MN=010000A8900016F000169DC0;Flag=4;CP=&&&&C241\r\n");

        assertEquals("20160801085000002 fresh", peer.awaitLine());
    }

    private void connect() throws Exception {
        harness.run(client::connect);
        assertTrue(connected.tryAcquire(10, TimeUnit.SECONDS), "no connection");
    }

    private UploadQueue<String> queue(QueueOptions options, boolean answers) throws Exception {
        return harness.inside(() -> new UploadQueue<>(
                harness.vertx(),
                client,
                store,
                (item, backlog) -> List.of(
                        new Upload(item, Buffer.buffer(item + (backlog ? " backlog" : " fresh") + "\r\n"), answers)),
                options,
                (item, delivery) -> outcomes.add(delivery)));
    }
}
