package io.stackwatch.gateway.app;

import io.stackwatch.gateway.journal.Journal;
import io.stackwatch.gateway.journal.Journal.CursorPosition;
import io.stackwatch.gateway.journal.camel.JournalComponent;
import io.stackwatch.gateway.journal.camel.ReaderStatus;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How far each reader of the journal really is.
 *
 * <p>A reader that keeps its place elsewhere (the core, in SQL) moves its cursor file only now and then; while its route
 * runs, the route knows better.
 */
record ReaderPlaces(Journal journal, JournalComponent routes) {

    /** Every cursor, at the place of its running route where there is one. */
    List<CursorPosition> now() {
        Map<String, Long> running =
                routes.readers().stream().collect(Collectors.toMap(ReaderStatus::cursor, ReaderStatus::position));
        return journal.cursors().stream()
                .map(cursor -> new CursorPosition(
                        cursor.name(), Math.max(cursor.position(), running.getOrDefault(cursor.name(), 0L))))
                .toList();
    }

    /** Records that a reader has not dealt with; 0 for a reader that nobody knows. */
    long lag(String cursor) {
        return now().stream()
                .filter(place -> place.name().equals(cursor))
                .mapToLong(place -> Math.max(0, journal.head() - place.position()))
                .findFirst()
                .orElse(0);
    }
}
