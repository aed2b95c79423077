package io.stackwatch.core.limit;

import io.stackwatch.core.limit.LimitLookup.InForce;
import io.stackwatch.core.limit.LimitLookup.None;
import io.stackwatch.core.limit.LimitLookup.Reason;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.Outlet;
import io.stackwatch.core.registry.OutletId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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

    private final Map<FactorCode, Shelf> byFactor;

    private LimitBook(Map<FactorCode, Shelf> byFactor) {
        this.byFactor = byFactor;
    }

    /** Builds the book; two limits with the same id are refused. */
    public static LimitBook of(List<Limit> limits) {
        Map<FactorCode, Shelf> byFactor = new HashMap<>();
        Set<LimitId> ids = new HashSet<>();
        for (Limit limit : limits) {
            if (!ids.add(limit.id())) {
                throw new IllegalArgumentException("two limits have the id " + limit.id());
            }
            byFactor.computeIfAbsent(limit.factor(), k -> new Shelf(new HashMap<>(), new ArrayList<>()))
                    .put(limit);
        }
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
        Shelf shelf = byFactor.get(factor);
        return shelf == null
                ? List.of()
                : shelf.perhaps(outlet)
                        .filter(limit ->
                                limit.averaging() == averaging && limit.scope().covers(outlet))
                        .sorted(PRECEDENCE)
                        .toList();
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

    /**
     * The limits of one factor: those of a single outlet by the outlet, since a city has as many of them as it has outlets,
     * and those of categories.
     */
    private record Shelf(Map<OutletId, List<Limit>> ofOutlets, List<Limit> ofCategories) {

        void put(Limit limit) {
            limit.scope()
                    .match(
                            only -> ofOutlets.computeIfAbsent(only.outlet(), k -> new ArrayList<>()),
                            all -> ofCategories)
                    .add(limit);
        }

        Stream<Limit> perhaps(Outlet outlet) {
            return Stream.concat(ofOutlets.getOrDefault(outlet.id(), List.of()).stream(), ofCategories.stream());
        }
    }
}
