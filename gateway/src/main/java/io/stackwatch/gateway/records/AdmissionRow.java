package io.stackwatch.gateway.records;

import io.stackwatch.core.registry.Mn;
import java.time.Instant;
import java.util.Set;

/**
 * A station that was let in, and how far its quarantined frames have been journaled again.
 *
 * @param id the number of the act
 * @param mn the station
 * @param reason for which the frames were set aside
 * @param hosts from which they came
 * @param untilAt frames that arrived later do not belong to it
 * @param by who let it in
 * @param place the last quarantined record that was dealt with; at first the one before the first
 * @param journaled how many were handed to the intake
 * @param state whether there is more to do
 */
public record AdmissionRow(
        long id,
        Mn mn,
        String reason,
        Set<String> hosts,
        Instant untilAt,
        String by,
        long place,
        long journaled,
        State state) {

    public AdmissionRow {
        hosts = Set.copyOf(hosts);
    }

    /** Whether there is more to do. */
    public enum State {
        /** Frames may still have to be journaled again. */
        RUNNING,
        /** All frames were. */
        DONE
    }

    /** The same further on. */
    public AdmissionRow at(long sequence, int more) {
        return new AdmissionRow(id, mn, reason, hosts, untilAt, by, sequence, journaled + more, state);
    }
}
