package io.stackwatch.gateway.marking;

import io.stackwatch.core.marking.Exemption;
import io.stackwatch.core.marking.MarkDeciding;
import io.stackwatch.core.marking.MarkFile;
import io.stackwatch.core.marking.MarkId;
import io.stackwatch.core.marking.MarkKind;
import io.stackwatch.core.marking.OwnOutage;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.records.MarkFinding;
import io.stackwatch.gateway.records.MarkQuery;
import io.stackwatch.gateway.records.OwnedBy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Marks as enterprises file them and officers decide about them.
 *
 * <p>Every method may block on the store or on files and is called from worker threads only; several at a time. A name or a
 * reason that is missing or too long is an {@link IllegalArgumentException} that says so.
 */
public interface MarkDesk {

    /** The kinds of marks that may be filed. */
    List<MarkKind> kinds();

    /** Files a mark or a new version of one. */
    FilingAnswer file(FilingOrder order);

    /** Withdraws a mark: a version too. */
    FilingAnswer withdraw(MarkId mark, int basedOn, String by, String explanation);

    /** Lets a version count, or not; empty if there is no such version. */
    Optional<MarkDeciding> decide(MarkId mark, int version, boolean approve, String by, String reason);

    /** One mark. */
    Optional<MarkFile> mark(MarkId mark);

    /** Marks, newest first. */
    List<MarkFile> marks(MarkQuery query);

    /** What was found about marks, newest first. */
    default List<MarkFinding> findings(Optional<OutletId> outlet, Optional<Long> before, int limit) {
        return findings(outlet, OwnedBy.ANYBODY, before, limit);
    }

    /** What was found about marks of some owner's outlets, newest first. */
    List<MarkFinding> findings(Optional<OutletId> outlet, OwnedBy owned, Optional<Long> before, int limit);

    /** What decided an hour; empty if there is no such outlet then. */
    Optional<HourMarks> hour(OutletId outlet, Instant start);

    /** Grants an exemption; empty if there is no such outlet. */
    Optional<Exemption> grant(
            Optional<OutletId> outlet, Exemption.Kind kind, Window span, String document, String by, String reason);

    /** Takes an exemption back; empty if there is none, false if it was taken back before. */
    Optional<Boolean> revoke(long exemption, String by, String reason);

    /** One exemption. */
    Optional<Exemption> exemption(long number);

    /** Exemptions of some owner's outlets and of all outlets, newest first. */
    List<Exemption> exemptions(OwnedBy owned, Optional<Long> before, int limit);

    /** Our own outages, newest first. */
    List<OwnOutage> outages(Optional<Long> before, int limit);

    /** The files that prove marks. */
    ProofShelf proofs();
}
