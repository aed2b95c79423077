package io.stackwatch.gateway.records;

import io.stackwatch.core.marking.MarkState;
import io.stackwatch.core.registry.OutletId;
import java.util.Optional;

/**
 * Which marks are asked for, newest first.
 *
 * @param outlet only of this outlet
 * @param owned only of outlets of these
 * @param state only marks whose latest version stands there
 * @param before only marks with a smaller number
 * @param limit at most so many
 */
public record MarkQuery(
        Optional<OutletId> outlet, OwnedBy owned, Optional<MarkState> state, Optional<Long> before, int limit) {

    /** Of anybody's outlets. */
    public MarkQuery(Optional<OutletId> outlet, Optional<MarkState> state, Optional<Long> before, int limit) {
        this(outlet, OwnedBy.ANYBODY, state, before, limit);
    }
}
