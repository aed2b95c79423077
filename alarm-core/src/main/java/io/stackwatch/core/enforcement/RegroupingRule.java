package io.stackwatch.core.enforcement;

import io.stackwatch.core.enforcement.RegroupingAnswer.Fits;
import io.stackwatch.core.enforcement.RegroupingAnswer.FitsNot;
import io.stackwatch.core.enforcement.RegroupingAnswer.Reason;
import io.stackwatch.core.registry.OutletId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Decides whether two case files may become one, or one two: a case is one outlet, its factors, and one continuous period unless an officer
 * splits it. The order of the reasons is the order in which they are asked. Pure; safe to share.
 */
public final class RegroupingRule {

    private final RegroupingStanding standing;

    public RegroupingRule(CaseTerms terms) {
        this.standing = new RegroupingStanding(terms);
    }

    /**
     * A file with what it is about.
     *
     * @param outlet empty: it is about a county
     * @param hours as they stand
     */
    public record Side(CaseFile file, Optional<OutletId> outlet, List<CaseHour> hours) {
        public Side {
            hours = List.copyOf(hours);
        }
    }

    /**
     * Whether a file may end by going into another.
     *
     * @param gap the longest time without an hour of the case within one continuous period
     */
    public RegroupingAnswer merge(Side stays, Side ends, Duration gap) {
        Optional<FitsNot> unfit = Stream.<Optional<FitsNot>>of(
                        RegroupingSubjects.differ(stays, ends),
                        standing.early(stays.file()),
                        standing.early(ends.file()),
                        standing.apart(stays.file(), ends.file()),
                        standing.otherProcedure(ends.file()),
                        standing.gained(stays.file(), ends.file()),
                        broken(stays, ends, gap))
                .flatMap(Optional::stream)
                .findFirst();
        if (unfit.isPresent()) {
            return unfit.get();
        }
        Instant begun = first(both(stays, ends));
        Instant ended = last(both(stays, ends));
        return new Fits(
                new Regrouping(ends.file().id(), ends.hours(), begun, ended, hands(ends.file())),
                new Regrouping(stays.file().id(), ends.hours(), first(ends.hours()), last(ends.hours()), Set.of()));
    }

    /** Whether some of the hours of a file may go into a file of their own. */
    public RegroupingAnswer split(Side whole, Collection<CaseHour> go, CaseFileId part) {
        Set<CaseHour> going = new TreeSet<>(go);
        Set<CaseHour> staying = new TreeSet<>(whole.hours());
        Optional<FitsNot> unfit = Stream.<Optional<FitsNot>>of(
                        RegroupingSubjects.county(whole),
                        standing.early(whole.file()),
                        standing.otherProcedure(whole.file()),
                        going.isEmpty() || !staying.containsAll(going)
                                ? Optional.of(new FitsNot(
                                        Reason.NOTHING_GOES, whole.file().id() + " is not about them"))
                                : Optional.empty(),
                        going.equals(staying)
                                ? Optional.of(new FitsNot(Reason.NOTHING_STAYS, "these are all its hours"))
                                : Optional.empty())
                .flatMap(Optional::stream)
                .findFirst();
        if (unfit.isPresent()) {
            return unfit.get();
        }
        staying.removeAll(going);
        List<CaseHour> moved = List.copyOf(going);
        return new Fits(
                new Regrouping(part, moved, first(List.copyOf(staying)), last(List.copyOf(staying)), Set.of()),
                new Regrouping(whole.file().id(), moved, first(moved), last(moved), hands(whole.file())));
    }

    private static Optional<FitsNot> broken(Side stays, Side ends, Duration gap) {
        Instant behind = null;
        for (CaseHour hour : both(stays, ends)) {
            if (behind != null && Duration.between(behind, hour.start()).compareTo(gap) > 0) {
                return Optional.of(new FitsNot(
                        Reason.NOT_CONTINUOUS,
                        "no hour of them lies between " + behind + " and " + hour.start() + ", more than "
                                + gap.toHours() + " hours"));
            }
            behind = hour.end();
        }
        return Optional.empty();
    }

    private static List<CaseHour> both(Side one, Side other) {
        List<CaseHour> hours = new ArrayList<>(one.hours());
        hours.addAll(other.hours());
        return hours.stream().sorted().toList();
    }

    private static Instant first(List<CaseHour> hours) {
        return hours.get(0).start();
    }

    private static Instant last(List<CaseHour> hours) {
        return hours.get(hours.size() - 1).end();
    }

    /** Who proposed or investigated in a file, or in one that came into it. */
    private static Set<PersonId> hands(CaseFile file) {
        Set<PersonId> hands = new TreeSet<>();
        for (CaseAct act : file.acts()) {
            if (act.kind().proposes() || act.kind().investigates()) {
                hands.add(act.header().by().id());
                act.header().second().map(Actor::id).ifPresent(hands::add);
            }
            act.regrouping().ifPresent(moved -> hands.addAll(moved.hands()));
        }
        return hands;
    }
}
