package io.stackwatch.core.limit;

import io.stackwatch.core.limit.LimitLookup.InForce;
import io.stackwatch.core.limit.LimitLookup.None;
import io.stackwatch.core.limit.LimitLookup.Reason;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.Outlet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All limits that are known; finds the one in force for an outlet, a factor and an instant (decision record 0009).
 *
 * <p>Permit before local standard before national special limit before national limit; among several of the same source
 * the strictest. Policy targets have a lookup of their own. Immutable.
 */
public final class LimitBook {

    /** By source first; then the strictest; then by name, so that the order never depends on how rows were listed. */
    private static final Comparator<Limit> PRECEDENCE = Comparator.comparing(Limit::source)
            .thenComparing(LimitBook::strictness)
            .thenComparing(Limit::id);

    private final Map<FactorCode, List<Limit>> byFactor;

    private LimitBook(Map<FactorCode, List<Limit>> byFactor) {
        this.byFactor = byFactor;
    }

    /** Builds the book; two limits with the same id are refused. */
    public static LimitBook of(List<Limit> limits) {
        Map<FactorCode, List<Limit>> byFactor = new HashMap<>();
        Set<LimitId> ids = new HashSet<>();
        for (Limit limit : limits) {
            if (!ids.add(limit.id())) {
                throw new IllegalArgumentException("two limits have the id " + limit.id());
            }
            byFactor.computeIfAbsent(limit.factor(), k -> new ArrayList<>()).add(limit);
        }
        byFactor.values().forEach(list -> list.sort(PRECEDENCE));
        return new LimitBook(byFactor);
    }

    /** The limit in force for an outlet (in the version of that instant), or the reason why there is none. */
    public LimitLookup inForce(Outlet outlet, FactorCode factor, Averaging averaging, Instant instant) {
        List<Limit> covering = covering(outlet, factor, averaging);
        Optional<Limit> used = covering.stream()
                .filter(limit ->
                        limit.source().enforceable() && limit.effective().contains(instant))
                .findFirst();
        List<PassedOver> passedOver = new ArrayList<>();
        for (Limit limit : covering) {
            if (used.isEmpty() || !used.get().equals(limit)) {
                passedOver.add(new PassedOver(limit, whyNot(limit, used, instant)));
            }
        }
        return used.<LimitLookup>map(limit -> new InForce(limit, passedOver))
                .orElseGet(() -> new None(whyNone(passedOver), passedOver));
    }

    /** The strictest policy target in force, if any; never a ground for a sanction. */
    public Optional<Limit> policyTarget(Outlet outlet, FactorCode factor, Averaging averaging, Instant instant) {
        return covering(outlet, factor, averaging).stream()
                .filter(limit ->
                        !limit.source().enforceable() && limit.effective().contains(instant))
                .findFirst();
    }

    private List<Limit> covering(Outlet outlet, FactorCode factor, Averaging averaging) {
        List<Limit> covering = new ArrayList<>();
        for (Limit limit : byFactor.getOrDefault(factor, List.of())) {
            if (limit.averaging() == averaging && limit.scope().covers(outlet)) {
                covering.add(limit);
            }
        }
        return covering;
    }

    private static PassedOver.Reason whyNot(Limit limit, Optional<Limit> used, Instant instant) {
        if (!limit.effective().contains(instant)) {
            return PassedOver.Reason.NOT_IN_FORCE_THEN;
        }
        if (!limit.source().enforceable()) {
            return PassedOver.Reason.POLICY_TARGET;
        }
        if (used.isPresent() && used.get().source() == limit.source()) {
            return PassedOver.Reason.LESS_STRICT;
        }
        boolean stricterLocal = used.isPresent()
                && used.get().source() == LimitSource.PERMIT
                && limit.source() == LimitSource.LOCAL_STANDARD
                && strictness(limit).compareTo(strictness(used.get())) < 0;
        return stricterLocal ? PassedOver.Reason.STRICTER_LOCAL_STANDARD : PassedOver.Reason.LOWER_PRECEDENCE;
    }

    private static Reason whyNone(List<PassedOver> passedOver) {
        if (passedOver.isEmpty()) {
            return Reason.NO_ROW;
        }
        boolean onlyTargets =
                passedOver.stream().noneMatch(p -> p.limit().source().enforceable());
        return onlyTargets ? Reason.ONLY_POLICY_TARGETS : Reason.NONE_IN_FORCE_THEN;
    }

    private static Strictness strictness(Limit limit) {
        return Strictness.of(limit);
    }
}
