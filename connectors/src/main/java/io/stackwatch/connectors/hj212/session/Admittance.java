package io.stackwatch.connectors.hj212.session;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * From where, and with which deviations, a station's frames enter the record. Immutable.
 *
 * @param peers the addresses from which it may speak; none means from everywhere: loggers sit behind NAT and mobile networks
 * @param refused deviations that this station must not show; none means that all are reported and tolerated
 */
public record Admittance(List<PeerRange> peers, Set<Finding> refused) {

    /**
     * Deviations that cannot be refused: a change is found only once, and what is reported of the content is found by others.
     */
    public static final Set<Finding> NOT_REFUSABLE =
            Collections.unmodifiableSet(EnumSet.of(Finding.EDITION_CHANGED, Finding.NOT_YET_UNDERSTOOD));

    private static final Admittance OPEN = new Admittance(List.of(), Set.of());

    public Admittance {
        peers = List.copyOf(peers);
        refused = refused.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(refused));
        for (Finding finding : refused) {
            if (NOT_REFUSABLE.contains(finding)) {
                throw new IllegalArgumentException("cannot be refused: " + finding);
            }
        }
    }

    /** From everywhere, with whatever deviation. */
    public static Admittance open() {
        return OPEN;
    }

    /** Whether a frame from this peer with these findings is let in, or why not. */
    Reason judge(String peer, Set<Finding> findings) {
        if (!peers.isEmpty() && peers.stream().noneMatch(range -> range.contains(peer))) {
            return Reason.MOVED;
        }
        for (Finding finding : refused) {
            if (findings.contains(finding)) {
                return Reason.DEVIATION_REFUSED;
            }
        }
        return Reason.IN_ORDER;
    }
}
