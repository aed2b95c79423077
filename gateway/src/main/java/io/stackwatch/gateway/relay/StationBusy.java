package io.stackwatch.gateway.relay;

import io.stackwatch.core.registry.Mn;

/** Whether a station is answering a platform just now, so that whoever else wants to ask it should wait. Answers from memory. */
@FunctionalInterface
public interface StationBusy {

    /** Whether a request of a platform is open at this station. */
    boolean isBusy(Mn station);
}
