package io.stackwatch.simulator.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventQueueTest {

    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    private final EventQueue queue = new EventQueue();
    private final List<String> happened = new ArrayList<>();

    @Test
    void whatIsDueHappensInOrderAndNothingElse() {
        plan("b", 20);
        plan("a", 10);
        plan("c", 31);

        assertEquals(2, queue.run(NOON.plusSeconds(30), 100));

        assertEquals(List.of("a", "b"), happened);
        assertEquals(Optional.of(NOON.plusSeconds(31)), queue.next());
    }

    @Test
    void atTheSameInstantTheOrderOfPlanningCounts() {
        plan("first", 10);
        plan("second", 10);

        queue.run(NOON.plusSeconds(10), 100);

        assertEquals(List.of("first", "second"), happened);
    }

    @Test
    void whatAnEventPlansCanBeDueInTheSameRun() {
        queue.plan(NOON, () -> plan("follower", 5));

        assertEquals(2, queue.run(NOON.plusSeconds(5), 100));
        assertEquals(List.of("follower"), happened);
    }

    @Test
    void aRunEndsAfterItsTurn() {
        plan("a", 1);
        plan("b", 2);

        assertEquals(1, queue.run(NOON.plusSeconds(9), 1));
        assertEquals(List.of("a"), happened);
    }

    private void plan(String name, int seconds) {
        queue.plan(NOON.plusSeconds(seconds), () -> happened.add(name));
    }
}
