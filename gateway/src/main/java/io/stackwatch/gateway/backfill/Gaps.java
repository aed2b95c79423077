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
 * @param figures how many factors are missing of an hour and still due
 * @param hours the missing hours with their attempts
 * @param underWay whether a request for this outlet is still open
 * @param lastRequestAt when its station was asked last
 */
record Gaps(Map<Instant, Integer> figures, List<MissingHour> hours, boolean underWay, Optional<Instant> lastRequestAt) {

    /** How a request ends that never reached the logger; it does not count as an attempt. */
    static final String NOT_REACHED = "NOT_REACHED";

    /** @param excused of the missing hours those that need not come any more; one is left if all its factors are excused */
    static Gaps of(
            Collection<FactorHour> missing,
            Map<FactorHour, String> excused,
            List<GapRequest> requests,
            Optional<Instant> lastRequestAt) {
        Map<Instant, Integer> figures = new TreeMap<>();
        Map<Instant, String> left = new TreeMap<>();
        for (FactorHour hour : missing) {
            Optional<String> excuse = Optional.ofNullable(excused.get(hour));
            figures.merge(hour.start(), excuse.isPresent() ? 0 : 1, Integer::sum);
            excuse.ifPresent(why -> left.putIfAbsent(hour.start(), why));
        }
        List<MissingHour> hours = new ArrayList<>(figures.size());
        for (Map.Entry<Instant, Integer> wanted : figures.entrySet()) {
            Instant hour = wanted.getKey();
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
                    spanning.stream().map(GapRequest::askedAt).max(Instant::compareTo),
                    wanted.getValue() == 0 ? Optional.ofNullable(left.get(hour)) : Optional.empty()));
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
