package io.stackwatch.connectors.arrival;

/** The answer to one arrival. The first call counts, further ones do nothing. Safe from any thread; never blocks. */
public interface Outcome {

    /** The arrival is durable: what the peer was promised may be said. */
    void durable();

    /** The arrival was not kept: it comes again. */
    void refused(Refusal why);

    /** Why an arrival was not kept. */
    enum Refusal {
        /** Too much at once: the connector pauses for a moment. */
        OVERLOADED,
        /** Whoever keeps arrivals cannot do so now. */
        UNAVAILABLE,
        /** Whoever keeps arrivals does not want this one. */
        NOT_WANTED
    }
}
