package io.stackwatch.connectors.hj212.server;

/** The answer to one arrival. The first call counts, further ones do nothing. Safe from any thread; never blocks. */
public interface Outcome {

    /** The arrival is durable: what the peer was promised may be said. */
    void durable();

    /** The arrival was not kept: the peer hears nothing and will send it again. */
    void refused(Refusal why);

    /** Why an arrival was not kept. */
    enum Refusal {
        /** Too much at once: the server stops reading from this peer for a moment. */
        OVERLOADED,
        /** Whoever keeps arrivals cannot do so now. */
        UNAVAILABLE,
        /** Whoever keeps arrivals does not want this one. */
        NOT_WANTED
    }
}
