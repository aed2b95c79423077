package io.stackwatch.core.deadline;

import java.time.Instant;
import java.util.List;

/** The deadlines that are kept. Implementations are used inside the transaction of what is decided. */
public interface Deadlines {

    /**
     * Keeps a deadline; one that is already kept, in whatever state, stays as it is.
     *
     * @return whether it was new
     */
    boolean schedule(Deadline deadline);

    /**
     * The pending deadlines that are due at a moment, earliest first, equal ones by id.
     *
     * @param limit at most so many
     */
    List<Deadline> due(Instant now, int limit);

    /**
     * Closes a pending deadline; one that is no longer pending stays as it is.
     *
     * @param state {@link DeadlineState#DONE} or {@link DeadlineState#PARKED}
     * @param outcome what was decided, for people
     * @param at when
     */
    void close(DeadlineId id, DeadlineState state, String outcome, Instant at);
}
