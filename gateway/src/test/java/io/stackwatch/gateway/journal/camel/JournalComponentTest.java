package io.stackwatch.gateway.journal.camel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.gateway.journal.Arrivals;
import io.stackwatch.gateway.journal.Journal.StartAt;
import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.journal.MemoryJournal;
import io.stackwatch.gateway.journal.Receipts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class JournalComponentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final MemoryJournal journal = new MemoryJournal();
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final BlockingQueue<List<Long>> batches = new LinkedBlockingQueue<>();
    private final AtomicInteger failures = new AtomicInteger();

    @BeforeEach
    void bindJournal() {
        context.getRegistry().bind("journal", journal);
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void aRouteGetsTheRecordsInOrderAndItsCursorAdvances() throws Exception {
        append(1, 5);
        start("journal:relay?batch=2");
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), received(5));
        append(6, 6);
        assertEquals(List.of(6L), received(1));
        context.stop();
        assertEquals(6, journal.cursor("relay", StartAt.TAIL).position());
    }

    @Test
    void aFailedBatchComesAgainAndTheCursorStaysUntilItIsTaken() throws Exception {
        failures.set(3);
        append(1, 2);
        start("journal:relay?firstPause=5&longestPause=10");
        assertEquals(List.of(1L, 2L), received(2));
        assertEquals(0, failures.get());
        context.stop();
        assertEquals(2, journal.cursor("relay", StartAt.TAIL).position());
    }

    @Test
    void aReaderThatKeepsFailingSaysSo() throws Exception {
        failures.set(Integer.MAX_VALUE);
        append(1, 1);
        start("journal:relay?firstPause=1&longestPause=1");
        JournalComponent component = context.getComponent("journal", JournalComponent.class);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (component.readers().get(0).failuresInARow() < 3 && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        ReaderStatus status = component.readers().get(0);
        assertTrue(status.retrying(), "not retrying after " + PATIENCE);
        assertEquals("IllegalStateException: planted", status.lastFailure().orElseThrow());
        assertEquals(0, status.position());
        context.stop();
        assertEquals(0, journal.cursor("relay", StartAt.TAIL).position());
        assertTrue(component.readers().isEmpty());
    }

    @Test
    void aRouteThatWasStoppedInTheMiddleOfABatchGetsItAgainWhenItStarts() throws Exception {
        failures.set(Integer.MAX_VALUE);
        append(1, 2);
        start("journal:relay?firstPause=1&longestPause=1");
        JournalComponent component = context.getComponent("journal", JournalComponent.class);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!component.readers().get(0).retrying() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        context.getRouteController().stopRoute("reader");
        failures.set(0);
        context.getRouteController().startRoute("reader");
        assertEquals(List.of(1L, 2L), received(2));
    }

    @Test
    void aRouteThatKeepsItsOwnPositionDoesNotMoveTheCursorWithEveryBatch() throws Exception {
        append(1, 2);
        start("journal:core?advance=false");
        assertEquals(List.of(1L, 2L), received(2));
        append(3, 3);
        assertEquals(List.of(3L), received(1));
        // the third batch proves that the first was completed; a cursor that advanced would stand at 2 or 3
        assertEquals(0, journal.cursor("core", StartAt.TAIL).position());
        context.stop();
        assertEquals(3, journal.cursor("core", StartAt.TAIL).position());
    }

    @Test
    void aNewCursorMayStartAtTheHead() throws Exception {
        append(1, 4);
        start("journal:live?startAt=HEAD");
        append(5, 5);
        assertEquals(List.of(5L), received(1));
        assertFalse(context.isStopped());
    }

    private void append(int from, int to) {
        for (int n = from; n <= to; n++) {
            Receipts.appendedTo(journal, Arrivals.frame(n)).durableWithin(PATIENCE);
        }
    }

    private void start(String uri) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from(uri).routeId("reader").process(JournalComponentTest.this::take);
            }
        });
        context.start();
    }

    private void take(Exchange exchange) {
        if (failures.get() > 0) {
            failures.decrementAndGet();
            throw new IllegalStateException("planted");
        }
        List<?> body = exchange.getIn().getBody(List.class);
        batches.add(body.stream().map(r -> ((JournalRecord) r).sequence()).toList());
    }

    private List<Long> received(int count) throws InterruptedException {
        List<Long> all = new ArrayList<>();
        while (all.size() < count) {
            List<Long> batch = batches.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertTrue(batch != null, "only " + all + " came within " + PATIENCE);
            all.addAll(batch);
        }
        return all;
    }
}
