package io.stackwatch.gateway.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RecentFramesTest {

    @Test
    void itRemembersTheLastOnesAndForgetsTheOldestFirst() {
        RecentFrames frames = new RecentFrames(3);
        for (int n = 1; n <= 5; n++) {
            frames.add(100 + n, n);
        }
        assertEquals(0, frames.sequenceOf(101));
        assertEquals(0, frames.sequenceOf(102));
        assertEquals(3, frames.sequenceOf(103));
        assertEquals(5, frames.sequenceOf(105));
        assertEquals(3, frames.size());
    }

    @Test
    void itAnswersLikeAPlainMapWhateverComes() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int capacity = 1 + random.nextInt(200);
        RecentFrames frames = new RecentFrames(capacity);
        Map<Long, Long> expected = new HashMap<>();
        Deque<long[]> order = new ArrayDeque<>();
        for (long sequence = 1; sequence <= 20_000; sequence++) {
            // few different digests, so that they come again and their slots crowd
            long digest = random.nextInt(3 * capacity);
            if (order.size() == capacity) {
                long[] oldest = order.removeFirst();
                expected.remove(oldest[0], oldest[1]);
            }
            order.addLast(new long[] {digest, sequence});
            expected.put(digest, sequence);
            frames.add(digest, sequence);
            long asked = random.nextInt(3 * capacity);
            assertEquals(expected.getOrDefault(asked, 0L), frames.sequenceOf(asked), "seed " + seed);
        }
    }
}
