package io.stackwatch.simulator.logger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a logger and its analysers have written down (运行日志, read with 3020); the oldest falls out. Immutable. */
public record Logbook(List<Entry> entries) {

    private static final int BOUND = 500;

    public Logbook {
        entries = List.copyOf(entries);
    }

    /** Nothing yet. */
    public static Logbook empty() {
        return new Logbook(List.of());
    }

    /** With one more entry. */
    public Logbook with(Entry entry) {
        List<Entry> more = new ArrayList<>(entries);
        more.add(entry);
        return new Logbook(more.size() > BOUND ? more.subList(more.size() - BOUND, more.size()) : more);
    }

    /** The entries about one subject from an instant to another, both included. */
    List<Entry> between(String subject, Instant begin, Instant end) {
        return entries.stream()
                .filter(entry -> entry.subject().equals(subject))
                .filter(entry -> !entry.at().isBefore(begin) && !entry.at().isAfter(end))
                .toList();
    }

    /**
     * One line.
     *
     * @param at on the logger's clock
     * @param subject the factor whose analyser it speaks of; empty for the logger itself
     * @param text in Chinese, as devices write it; at most 890 bytes (HJ 212-2017 C.40)
     */
    public record Entry(Instant at, String subject, String text) {}
}
