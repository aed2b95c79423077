package io.stackwatch.gateway.api;

import java.util.List;
import java.util.Map;

/** How the gateway is: the worst of its parts. */
public record Health(Status status, List<Part> parts) {

    public Health {
        parts = List.copyOf(parts);
    }

    /** Puts the parts together. */
    public static Health of(List<Part> parts) {
        Status worst = Status.UP;
        for (Part part : parts) {
            worst = worst.compareTo(part.status()) < 0 ? part.status() : worst;
        }
        return new Health(worst, parts);
    }

    /** From good to bad. */
    public enum Status {
        UP,
        /** Works, but somebody should look: a reader waits, something is late. */
        DEGRADED,
        /** Does not do its job. */
        DOWN
    }

    /** One part, what it says about itself, and the figures behind it. */
    public record Part(String name, Status status, String detail, Map<String, Number> figures) {

        public Part {
            figures = Map.copyOf(figures);
        }
    }

    /** Asks one part. May block, with an end; called from worker threads. */
    @FunctionalInterface
    public interface Probe {
        Part ask();
    }
}
