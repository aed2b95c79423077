package io.stackwatch.gateway.trail;

/** Where acts of people and of the machine are written down for ever. Implementations are used inside the transaction of the act. */
public interface AuditTrail {

    /**
     * Adds a row at the end.
     *
     * @return its number
     */
    long append(TrailEntry entry);
}
