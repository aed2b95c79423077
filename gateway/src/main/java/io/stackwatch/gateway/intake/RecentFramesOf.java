package io.stackwatch.gateway.intake;

import io.stackwatch.gateway.journal.Journal;
import java.util.ArrayDeque;
import java.util.Deque;

/** Filling the memory of recent frames from a journal. */
final class RecentFramesOf {

    private RecentFramesOf() {}

    private record Seen(long sequence, long digest) {}

    static RecentFrames journal(Journal journal, int capacity) {
        Deque<Seen> oldestFirst = new ArrayDeque<>();
        journal.recentAccepted(capacity, (sequence, digest) -> oldestFirst.addFirst(new Seen(sequence, digest)));
        RecentFrames frames = new RecentFrames(capacity);
        oldestFirst.forEach(seen -> frames.add(seen.digest(), seen.sequence()));
        return frames;
    }
}
