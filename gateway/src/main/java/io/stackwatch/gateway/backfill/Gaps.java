package io.stackwatch.gateway.backfill;

import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.transmission.MissingHour;
import io.stackwatch.gateway.records.GapRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is missing of one outlet and what was tried.
 *
 * @param figures how many factors are missing of an hour
 * @param hours the missing hours with their attempts
 * @param underWay whether a request for this outlet is still open
 * @param lastRequestAt when its station was asked last
 */
record Gaps(Map<Instant, Integer> figures, List<MissingHour> hours, boolean underWay, Optional<Instant> lastRequestAt) {

    /** How a request ends that never reached the logger; it does not count as an attempt. */
    static final String NOT_REACHED = "NOT_REACHED";

    static Gaps of(Collection<FactorHour> missing, List<GapRequest> requests, Optional<Instant> lastRequestAt) {
        Map<Instant, Integer> figures = new TreeMap<>();
        missing.forEach(hour -> figures.merge(hour.start(), 1, Integer::sum));
        List<MissingHour> hours = new ArrayList<>(figures.size());
        for (Instant hour : figures.keySet()) {
            List<GapRequest> spanning = requests.stream()
                    .filter(request -> request.command() == BackFillDesk.HOURS)
                    .filter(request -> !hour.isBefore(request.firstHour()) && !hour.isAfter(request.lastHour()))
                    .filter(request -> request.ended()
                            .filter(end -> end.outcome().equals(NOT_REACHED))
                            .isEmpty())
                    .toList();
            hours.add(new MissingHour(
                    hour,
                    spanning.size(),
                    spanning.stream().map(GapRequest::askedAt).max(Instant::compareTo)));
        }
        boolean underWay = requests.stream().anyMatch(request -> request.ended().isEmpty());
        return new Gaps(figures, hours, underWay, lastRequestAt);
    }

    /** Figures that are missing from an hour to another, both inclusive. */
    int figures(Instant first, Instant last) {
        return figures.entrySet().stream()
                .filter(entry ->
                        !entry.getKey().isBefore(first) && !entry.getKey().isAfter(last))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
