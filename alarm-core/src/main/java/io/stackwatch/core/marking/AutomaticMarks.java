package io.stackwatch.core.marking;

import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.DataFlag;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.OutletId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Data marks that last become automatic marks: a state that a logger reports without a gap for longer than
 * {@code marking.automatic-longer-than} (practice of the national platform). Pure; safe to share.
 */
public final class AutomaticMarks {

    private final MarkKinds kinds;
    private final RuleParameters parameters;

    public AutomaticMarks(MarkKinds kinds, RuleParameters parameters) {
        this.kinds = kinds;
        this.parameters = parameters;
    }

    /**
     * What came of flagged minutes and hours.
     *
     * @param marks the automatic marks, by factor and start
     * @param passedOver states that became none, and why
     */
    public record Found(List<AutomaticMark> marks, List<PassedOver> passedOver) {

        public Found {
            marks = List.copyOf(marks);
            passedOver = List.copyOf(passedOver);
        }
    }

    /** A state that became no mark. */
    public record PassedOver(FlaggedSpan state, Reason why) {}

    /** Why a state became no mark. */
    public enum Reason {
        /** It did not last longer than asked for. */
        TOO_SHORT,
        /** The flag becomes no kind of mark, such as {@code N}, or not at that time. */
        NO_KIND
    }

    private record Place(OutletId outlet, FactorCode factor, DataFlag flag) {}

    /** Joins minutes and hours of equal flags that follow each other or overlap, and decides about each state. */
    public Found of(Collection<FlaggedSpan> flagged) {
        List<FlaggedSpan> sorted = flagged.stream()
                .sorted((a, b) -> {
                    int byOutlet = a.outlet().compareTo(b.outlet());
                    int byFactor = byOutlet != 0 ? byOutlet : a.factor().compareTo(b.factor());
                    return byFactor != 0 ? byFactor : a.span().compareTo(b.span());
                })
                .toList();
        Map<Place, List<FlaggedSpan>> states = new LinkedHashMap<>();
        for (FlaggedSpan next : sorted) {
            List<FlaggedSpan> known = states.computeIfAbsent(
                    new Place(next.outlet(), next.factor(), next.flag()), place -> new ArrayList<>());
            int last = known.size() - 1;
            if (last >= 0 && !next.span().start().isAfter(known.get(last).span().end())) {
                known.set(last, joined(known.get(last), next));
            } else {
                known.add(next);
            }
        }
        List<AutomaticMark> marks = new ArrayList<>();
        List<PassedOver> passedOver = new ArrayList<>();
        states.values().forEach(list -> list.forEach(state -> decide(state, marks, passedOver)));
        return new Found(marks, passedOver);
    }

    private void decide(FlaggedSpan state, List<AutomaticMark> marks, List<PassedOver> passedOver) {
        Instant start = state.span().start();
        Optional<MarkKind> kind = kinds.automatic(state.flag(), start);
        Duration longerThan = parameters.duration("marking.automatic-longer-than", start);
        if (kind.isEmpty()) {
            passedOver.add(new PassedOver(state, Reason.NO_KIND));
        } else if (state.span().length().compareTo(longerThan) <= 0) {
            passedOver.add(new PassedOver(state, Reason.TOO_SHORT));
        } else {
            marks.add(
                    new AutomaticMark(state.outlet(), state.factor(), kind.get().code(), state.span(), state.flag()));
        }
    }

    private static FlaggedSpan joined(FlaggedSpan one, FlaggedSpan next) {
        Instant end = one.span().end().isAfter(next.span().end())
                ? one.span().end()
                : next.span().end();
        return new FlaggedSpan(one.outlet(), one.factor(), new Window(one.span().start(), end), one.flag());
    }
}
