package io.stackwatch.gateway.api;

import io.stackwatch.core.access.Subject;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.stream.Stream;

/**
 * The newest events, ready to be sent, so that many listeners do not read the store for each.
 *
 * @param coveredFrom everything with a number above this one, up to the newest, is in {@code events}
 * @param events in order of their numbers
 */
record RecentEvents(long coveredFrom, List<Sendable> events) {

    private static final int KEPT = 512;

    RecentEvents {
        events = List.copyOf(events);
    }

    static RecentEvents behind(long number) {
        return new RecentEvents(number, List.of());
    }

    long newest() {
        return events.isEmpty() ? coveredFrom : events.get(events.size() - 1).number();
    }

    boolean covers(long position) {
        return position >= coveredFrom;
    }

    /** What a listener that has seen {@code position} has not seen. */
    List<Sendable> after(long position) {
        return events.stream().filter(event -> event.number() > position).toList();
    }

    RecentEvents with(List<Sendable> more) {
        List<Sendable> all = Stream.concat(events.stream(), more.stream()).toList();
        int dropped = Math.max(0, all.size() - KEPT);
        long from = dropped == 0 ? coveredFrom : all.get(dropped - 1).number();
        return new RecentEvents(from, all.subList(dropped, all.size()));
    }

    /** An event as it goes over the wire, and whom it is about. */
    record Sendable(long number, Subject subject, Buffer bytes) {}
}
