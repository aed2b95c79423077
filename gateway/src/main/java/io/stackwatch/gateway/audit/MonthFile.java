package io.stackwatch.gateway.audit;

import io.stackwatch.core.supervision.MonthClosing;
import io.stackwatch.core.supervision.MonthEvent;
import io.stackwatch.gateway.records.MonthVersion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is kept of a month, without its figures.
 *
 * @param closing how far it has come
 * @param nextDue when the calendar brings the next step; empty if it is frozen
 * @param history what happened, oldest first
 * @param versions its versions, oldest first
 */
public record MonthFile(
        MonthClosing closing, Optional<Instant> nextDue, List<MonthEvent> history, List<MonthVersion> versions) {

    public MonthFile {
        history = List.copyOf(history);
        versions = List.copyOf(versions);
    }

    /** The newest version; empty before the first. */
    public Optional<MonthVersion> newest() {
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
    }

    /** One version. */
    public Optional<MonthVersion> version(int number) {
        return versions.stream().filter(version -> version.number() == number).findFirst();
    }
}
