package io.stackwatch.gateway.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Event streams over a real port. */
final class EventStreamTest {

    private static final Duration HEARTBEAT = Duration.ofMillis(200);
    private static final Duration SLOW = Duration.ofMillis(300);
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private ApiRunning api;

    @BeforeEach
    void start() throws Exception {
        api = new ApiRunning();
        for (int number = 1; number <= 5; number++) {
            commit(number);
        }
        api.start(ApiOptions.defaults().withListeners(3, HEARTBEAT, 16 * 1024, SLOW));
    }

    @AfterEach
    void stop() {
        assertEquals(List.of(), api.city.askedOnEventLoop(), "records were read on an event loop");
        api.close();
    }

    @Test
    void aNewListenerGetsWhatIsCommittedFromNowOnInOrder() throws Exception {
        try (Listener listener = new Listener(api.port(), "")) {
            commit(6);
            commit(7);
            api.server().wake();
            assertEquals(List.of(6L, 7L), listener.numbers(2));
            assertEquals("YELLOW", listener.lastData().getJsonObject("alarm").getString("level"));
        }
    }

    @Test
    void aListenerThatComesBackGetsWhatItMissedFirst() throws Exception {
        try (Listener listener = new Listener(api.port(), "Last-Event-ID: 2\r\n")) {
            assertEquals(List.of(3L, 4L, 5L), listener.numbers(3));
            commit(6);
            api.server().wake();
            assertEquals(List.of(6L), listener.numbers(1));
        }
    }

    @Test
    void aListenerThatWasAwayForThousandsOfEventsGetsThemAllOnce() throws Exception {
        for (int number = 6; number <= 3_000; number++) {
            commit(number);
        }
        api.server().wake();
        try (Listener listener = new Listener(api.port(), "Last-Event-ID: 0\r\n")) {
            List<Long> numbers = listener.numbers(3_000);
            for (int i = 0; i < numbers.size(); i++) {
                assertEquals(i + 1L, numbers.get(i));
            }
        }
    }

    @Test
    void aNumberThatWasNeverGivenDoesNotSilenceTheStream() throws Exception {
        try (Listener listener = new Listener(api.port(), "Last-Event-ID: 999999\r\n")) {
            commit(6);
            api.server().wake();
            assertEquals(List.of(6L), listener.numbers(1));
        }
    }

    @Test
    void anEventThatNobodyAnnouncedIsFoundAllTheSame() throws Exception {
        try (Listener listener = new Listener(api.port(), "")) {
            commit(6);
            assertEquals(List.of(6L), listener.numbers(1));
        }
    }

    @Test
    void theWayFromTheCommitToTheListenerTakesMilliseconds() throws Exception {
        try (Listener listener = new Listener(api.port(), "")) {
            List<Long> millis = new ArrayList<>();
            for (int number = 6; number < 206; number++) {
                commit(number);
                long started = System.nanoTime();
                api.server().wake();
                assertEquals(List.of((long) number), listener.numbers(1));
                millis.add((System.nanoTime() - started) / 1_000_000);
            }
            long median = millis.stream().sorted().toList().get(millis.size() / 2);
            assertTrue(median < 100, "median of 200: " + median + " ms, all: " + millis);
        }
    }

    @Test
    void aQuietStreamSaysThatItIsStillThere() throws Exception {
        try (Listener listener = new Listener(api.port(), "")) {
            assertEquals(": still here", listener.line(text -> text.startsWith(":")));
        }
    }

    @Test
    void aListenerThatDoesNotReadIsDroppedAndTheOthersAreServed() throws Exception {
        try (Listener deaf = new Listener(api.port(), "");
                Listener listener = new Listener(api.port(), "")) {
            int number = 5;
            // What the two socket buffers and the bounded queue hold is a few megabytes at most.
            for (int round = 0; round < 200 && api.server().droppedListeners() == 0; round++) {
                List<Long> expected = new ArrayList<>();
                for (int i = 0; i < 200; i++) {
                    commit(++number);
                    expected.add((long) number);
                }
                api.server().wake();
                assertEquals(expected, listener.numbers(200));
            }
            until("the deaf listener was not dropped", () -> api.server().droppedListeners() == 1);
            assertTrue(!deaf.isClosed(), "the deaf listener left by itself");
            until("the deaf listener is still counted", () -> api.server().listeners() == 1);
            commit(++number);
            api.server().wake();
            assertEquals(List.of((long) number), listener.numbers(1));
        }
    }

    @Test
    void aListenerThatLeavesIsForgotten() throws Exception {
        Listener listener = new Listener(api.port(), "");
        until("the listener is not counted", () -> api.server().listeners() == 1);
        listener.close();
        until("the listener is still counted", () -> api.server().listeners() == 0);
    }

    @Test
    void oneListenerTooManyIsRefused() throws Exception {
        try (Listener one = new Listener(api.port(), "");
                Listener two = new Listener(api.port(), "");
                Listener three = new Listener(api.port(), "")) {
            assertEquals(
                    List.of(),
                    List.of(one, two, three).stream().filter(Listener::isClosed).toList());
            assertEquals(
                    503,
                    api.ask(HttpRequest.newBuilder(api.uri("/api/v1/events"))).statusCode());
        }
    }

    @Test
    void anAcknowledgementReachesListenersWithoutAnyoneElseAnnouncingIt() throws Exception {
        AlarmView alarm = CityFixture.alarm("A-1", "YELLOW", CityFixture.HEAT, "41.00", CityFixture.NOW);
        api.city.add(CityFixture.history(alarm, CityFixture.evidence(2)));
        try (Listener listener = new Listener(api.port(), "")) {
            api.post(200, "acknowledge", "/api/v1/alarms/A-1/acknowledgement", "{\"who\":\"李明\",\"note\":\"已核实\"}");
            assertEquals(List.of(6L), listener.numbers(1));
            assertEquals(
                    "ACKNOWLEDGED", listener.lastData().getJsonObject("step").getString("kind"));
        }
    }

    private void commit(long number) {
        api.city.add(CityFixture.event(
                number, CityFixture.alarm("A-" + number, "YELLOW", CityFixture.HEAT, "41.00", CityFixture.NOW)));
    }

    private static void until(String otherwise, BooleanSupplier condition) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError(otherwise);
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    /** A client that reads lines when it is asked to, and not before. */
    private static final class Listener implements AutoCloseable {

        private final Socket socket = new Socket();
        private final BufferedReader lines;
        private String data = "";

        Listener(int port, String header) throws IOException {
            socket.setReceiveBufferSize(8 * 1024);
            socket.setSoTimeout((int) LONGEST.toMillis());
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.getOutputStream()
                    .write(("GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertEquals("HTTP/1.1 200 OK", lines.readLine());
            line(text -> text.startsWith("retry:"));
        }

        boolean isClosed() {
            return socket.isClosed();
        }

        List<Long> numbers(int count) throws IOException {
            List<Long> numbers = new ArrayList<>();
            while (numbers.size() < count) {
                numbers.add(Long.valueOf(
                        line(text -> text.startsWith("id: ")).substring(4).strip()));
                data = line(text -> text.startsWith("data: ")).substring(6);
            }
            return numbers;
        }

        JsonObject lastData() {
            return new JsonObject(data);
        }

        String line(Predicate<String> wanted) throws IOException {
            while (true) {
                String line = lines.readLine();
                if (line == null) {
                    throw new AssertionError("the stream has ended");
                }
                if (wanted.test(line)) {
                    return line;
                }
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
