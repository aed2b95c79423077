package io.stackwatch.gateway.marking;

import io.stackwatch.core.marking.MarkCode;
import io.stackwatch.core.marking.MarkId;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.OutletId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A mark as somebody of an enterprise wants it.
 *
 * @param mark which mark is changed; empty for a new one
 * @param basedOn the version that was seen; 0 for a new one
 * @param outlet of which outlet
 * @param kind what it says
 * @param span for which time
 * @param factors of which factors; empty for all
 * @param reason why
 * @param proofs files on the shelf that prove it
 * @param by who
 * @param explanation why it is late; may be empty text
 */
public record FilingOrder(
        Optional<MarkId> mark,
        int basedOn,
        OutletId outlet,
        MarkCode kind,
        Window span,
        Set<FactorCode> factors,
        String reason,
        List<NamedProof> proofs,
        String by,
        String explanation) {

    /** The most proofs of one version. */
    public static final int MOST_PROOFS = 20;

    public FilingOrder {
        factors = Set.copyOf(factors);
        proofs = List.copyOf(proofs);
        if (proofs.size() > MOST_PROOFS) {
            throw new IllegalArgumentException("proofs: at most " + MOST_PROOFS + ", not " + proofs.size());
        }
    }

    /**
     * A file on the shelf, and what it is called.
     *
     * @param name as the enterprise calls it
     * @param sha256 under which it lies on the shelf
     */
    public record NamedProof(String name, String sha256) {}
}
