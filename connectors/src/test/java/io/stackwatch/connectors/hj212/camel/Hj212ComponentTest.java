package io.stackwatch.connectors.hj212.camel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.connectors.arrival.NotKept;
import io.stackwatch.connectors.arrival.Outcome;
import io.stackwatch.connectors.hj212.server.Hj212Arrival;
import io.stackwatch.connectors.hj212.server.Peer;
import io.stackwatch.connectors.hj212.session.StationBook;
import io.stackwatch.connectors.hj212.session.StationProfile;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.AsyncProcessorSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class Hj212ComponentTest {

    private static final String MN = "010000A8900016F000169DC0";
    private static final String UPLOAD =
            "QN=%s;ST=31;CN=2011;PW=123456;MN=" + MN + ";Flag=5;CP=&&DataTime=20260101080000&&";
    private static final String ANSWER = "QN=%s;ST=91;CN=9014;PW=123456;MN=" + MN + ";Flag=4;CP=&&&&";

    private final CamelContext camel = new DefaultCamelContext();
    private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>();

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void theAnswerGoesOutWhenTheExchangeIsDone() throws Exception {
        try (Peer peer = new Peer(start())) {
            peer.sendSegment(UPLOAD.formatted("1")).sendSegment(UPLOAD.formatted("2"));
            Waiting first = next();
            Waiting second = next();
            assertEquals(
                    MN,
                    first.exchange()
                            .getIn()
                            .getBody(Hj212Arrival.class)
                            .mn()
                            .orElseThrow()
                            .value());
            second.callback().done(false);
            assertEquals(ANSWER.formatted("2"), peer.readSegment());
            first.callback().done(false);
            assertEquals(ANSWER.formatted("1"), peer.readSegment());
        }
    }

    @Test
    void aFailedExchangeIsNotAnswered() throws Exception {
        try (Peer peer = new Peer(start())) {
            peer.sendSegment(UPLOAD.formatted("1"))
                    .sendSegment(UPLOAD.formatted("2"))
                    .sendSegment(UPLOAD.formatted("3"));
            Waiting first = next();
            first.exchange().setException(new NotKept(Outcome.Refusal.OVERLOADED));
            first.callback().done(false);
            Waiting second = next();
            second.exchange().setException(new IllegalStateException("planted"));
            second.callback().done(false);
            next().callback().done(false);
            assertEquals(ANSWER.formatted("3"), peer.readSegment());
            Hj212Consumer consumer = (Hj212Consumer) camel.getRoute("in").getConsumer();
            assertEquals(1, consumer.counters().overloaded());
            assertEquals(1, consumer.counters().notKept());
            assertEquals(1, consumer.counters().answers());
        }
    }

    @Test
    void anAddressWithoutABookOrAPortSaysWhatIsMissing() {
        Exception noBook = assertThrows(Exception.class, () -> camel.getEndpoint("hj212:127.0.0.1:0"));
        assertTrue(noBook.getCause().getMessage().contains("stations"), String.valueOf(noBook.getCause()));
        camel.getRegistry().bind("book", StationBook.class, (StationBook) mn -> Optional.empty());
        Exception noPort = assertThrows(Exception.class, () -> camel.getEndpoint("hj212:here?stations=#book"));
        assertTrue(noPort.getCause().getMessage().contains("host:port"), String.valueOf(noPort.getCause()));
    }

    private int start() throws Exception {
        StationBook book = mn -> Optional.of(StationProfile.strict(mn, "123456"));
        camel.getRegistry().bind("book", StationBook.class, book);
        AsyncProcessor keeper = new AsyncProcessorSupport() {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                waiting.add(new Waiting(exchange, callback));
                return false;
            }
        };
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("hj212:127.0.0.1:0?stations=#book")
                        .routeId("in")
                        .process(keeper)
                        .id("keep");
            }
        });
        camel.start();
        return ((Hj212Consumer) camel.getRoute("in").getConsumer()).port();
    }

    private Waiting next() throws InterruptedException {
        Waiting next = waiting.poll(10, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("no exchange within 10 s");
        }
        return next;
    }

    private record Waiting(Exchange exchange, AsyncCallback callback) {}
}
