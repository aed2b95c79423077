package io.stackwatch.gateway.exchange;

import io.stackwatch.connectors.hj212.exchange.ExchangeOrder;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * Whoever must know a password (1072) or key (1014) that a station is given. Called inside the transaction of the event.
 */
public interface NewSecrets {

    /** The packet is about to leave for the first time: from now on the station may have taken what is in it. */
    void leaving(Handle handle, ExchangeOrder whole, Instant at);

    /** The station says that it has taken it. */
    void taken(Handle handle, ExchangeOrder whole, Instant at);

    /**
     * The same, after a restart: what it was is known to nobody but who heard {@link #leaving}.
     *
     * @param masked the order without its secret
     */
    void takenUnseen(Handle handle, ExchangeOrder masked, Instant at);

    /** What was told is committed: it has to be known to the connections before the packet is written. */
    void committed();

    /** Nobody needs to know. */
    static NewSecrets ignored() {
        return new NewSecrets() {
            @Override
            public void leaving(Handle handle, ExchangeOrder whole, Instant at) {
                // nobody is told
            }

            @Override
            public void taken(Handle handle, ExchangeOrder whole, Instant at) {
                // nobody is told
            }

            @Override
            public void takenUnseen(Handle handle, ExchangeOrder masked, Instant at) {
                // nobody is told
            }

            @Override
            public void committed() {
                // nobody is told
            }
        };
    }
}
