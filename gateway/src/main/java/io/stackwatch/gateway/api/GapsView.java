package io.stackwatch.gateway.api;

import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Hours of an outlet that were due and have not come, and the requests that were made for them.
 *
 * @param missing runs of missing hours, by factor and time
 * @param requests requests to loggers that touch the period, oldest first
 */
public record GapsView(OutletId outlet, Instant from, Instant until, List<Missing> missing, List<Request> requests) {

    public GapsView {
        missing = List.copyOf(missing);
        requests = List.copyOf(requests);
    }

    /**
     * A run of missing hours of a factor; both ends inclusive.
     *
     * @param excused what excuses them all since they were found missing: nobody asks for them; empty if they are still due
     */
    public record Missing(Named factor, Instant firstHour, Instant lastHour, int hours, Optional<String> excused) {}

    /**
     * A request for hours.
     *
     * @param exchange the exchange that carried it
     * @param wanted figures that were missing when it was made
     * @param outcome how it ended; empty while it is under way
     * @param came of the wanted figures, how many had come when it ended
     */
    public record Request(
            String exchange,
            Mn station,
            int command,
            Instant firstHour,
            Instant lastHour,
            int wanted,
            Instant askedAt,
            Optional<String> outcome,
            Optional<String> words,
            Optional<Integer> came,
            Optional<Instant> endedAt) {}
}
