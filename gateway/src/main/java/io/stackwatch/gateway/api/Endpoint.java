package io.stackwatch.gateway.api;

import java.util.concurrent.Callable;

/**
 * One operation of the contract: parses on the event loop, answers on a worker.
 *
 * <p>Both steps may end the request with a {@link Refusal}.
 */
@FunctionalInterface
interface Endpoint {

    /** Reads the parameters, and returns the call that gives the answer. */
    Callable<?> prepare(Parameters parameters);
}
