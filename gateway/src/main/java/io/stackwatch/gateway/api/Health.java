package io.stackwatch.gateway.api;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

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

    /**
     * How to ask one part. The question may block, with an end; it is put on a worker thread.
     *
     * @param name under which a part is shown that cannot answer
     */
    public record Probe(String name, Supplier<Part> question) {

        /** What the part says; a question that fails is an answer, too. */
        Part ask() {
            try {
                return question.get();
            } catch (RuntimeException e) {
                return new Part(name, Status.DOWN, "cannot be asked: " + e.getMessage(), Map.of());
            }
        }
    }
}
