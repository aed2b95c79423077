package io.stackwatch.gateway.timetable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class TimetableTest {

    private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final TimetableOptions FAST =
            TimetableOptions.defaults().withEvery(Duration.ofMillis(20)).withPatience(Duration.ofSeconds(10));

    @Test
    void wakesAgainAndAgainAndTellsTheTimeOfTheGivenClock() throws InterruptedException {
        List<Instant> told = new CopyOnWriteArrayList<>();
        CountDownLatch three = new CountDownLatch(3);
        try (Timetable timetable = Timetable.start(
                "wakes",
                now -> {
                    told.add(now);
                    three.countDown();
                },
                CLOCK,
                FAST)) {
            assertTrue(three.await(20, TimeUnit.SECONDS), "three wake-ups within 20 s");
            assertEquals(0, timetable.failedInARow());
        }
        assertEquals(List.of(NOON, NOON, NOON), told.subList(0, 3));
    }

    @Test
    void aFailingWakeUpIsCountedAndTheNextOneComes() throws InterruptedException {
        CountDownLatch calls = new CountDownLatch(3);
        CountDownLatch looked = new CountDownLatch(1);
        try (Timetable timetable = Timetable.start(
                "fails",
                now -> {
                    calls.countDown();
                    if (calls.getCount() == 0) {
                        await(looked);
                    }
                    throw new IllegalStateException("planted");
                },
                CLOCK,
                FAST)) {
            assertTrue(calls.await(20, TimeUnit.SECONDS), "three wake-ups within 20 s");
            assertEquals(2, timetable.failedInARow());
            looked.countDown();
        }
    }

    @Test
    void closingWaitsForTheWakeUpUnderWayAndNoneComesAfterwards() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        List<String> order = new CopyOnWriteArrayList<>();
        Timetable timetable = Timetable.start(
                "stops",
                now -> {
                    begun.countDown();
                    await(goOn);
                    order.add("woken");
                },
                CLOCK,
                FAST);
        assertTrue(begun.await(20, TimeUnit.SECONDS), "a wake-up within 20 s");
        Thread closer = new Thread(() -> {
            timetable.close();
            order.add("closed");
        });
        closer.start();
        goOn.countDown();
        closer.join(20_000);
        assertEquals("closed", order.get(order.size() - 1), "nothing after closing: " + order);
        timetable.close();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS), "released within 20 s");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
