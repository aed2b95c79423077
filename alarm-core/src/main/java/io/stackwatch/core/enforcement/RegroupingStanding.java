package io.stackwatch.core.enforcement;

import static io.stackwatch.core.enforcement.RegroupingSubjects.unfit;

import io.stackwatch.core.enforcement.RegroupingAnswer.FitsNot;
import io.stackwatch.core.enforcement.RegroupingAnswer.Reason;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Whether case files stand where hours may still go from one to the other. Pure; safe to share. */
final class RegroupingStanding {

    private static final Strand PENALTY = new Strand(Procedure.PENALTY, 1);

    private static final Set<Stage> BEFORE_NOTICE = Collections.unmodifiableSet(EnumSet.of(
            Stage.CANDIDATE, Stage.REVIEWED, Stage.INFORMED, Stage.FILED, Stage.INVESTIGATED, Stage.CASE_REVIEWED));

    private final CaseClock clock;

    RegroupingStanding(CaseTerms terms) {
        this.clock = new CaseClock(terms);
    }

    /** Behind the prior notice the enterprise defends itself against these hours and no others; a case that was sent back is before it. */
    Optional<FitsNot> early(CaseFile file) {
        StrandFile penalty = file.strand(PENALTY);
        Optional<Stage> stage = penalty.reached();
        if (stage.isEmpty() || stage.get().end()) {
            return unfit(Reason.ENDED, stands(file, stage));
        }
        if (penalty.last(ActKind.DECIDED).isPresent()) {
            return unfit(Reason.DECIDED, stands(file, stage));
        }
        return BEFORE_NOTICE.contains(stage.get()) ? Optional.empty() : unfit(Reason.NOTICE_GIVEN, stands(file, stage));
    }

    /** What was done for the hours of the one was done for those of the other. */
    Optional<FitsNot> apart(CaseFile stays, CaseFile ends) {
        Optional<Stage> one = stays.strand(PENALTY).reached();
        Optional<Stage> other = ends.strand(PENALTY).reached();
        return one.equals(other)
                ? Optional.empty()
                : unfit(Reason.OTHER_STAGE, stands(stays, one) + ", " + stands(ends, other));
    }

    /** An order, a measure or a daily penalty rests on the hours that it was begun with. */
    Optional<FitsNot> otherProcedure(CaseFile file) {
        return file.strands().values().stream()
                .filter(strand -> !strand.strand().equals(PENALTY))
                .findFirst()
                .flatMap(strand -> unfit(
                        Reason.OTHER_PROCEDURE, strand.strand() + " of " + file.id() + " stands at " + strand.stage()));
    }

    /** The file whose time passes first goes on; where neither counts any time, either may. */
    Optional<FitsNot> gained(CaseFile stays, CaseFile ends) {
        Optional<LocalDate> own = firstLastDay(stays);
        Optional<LocalDate> other = firstLastDay(ends);
        boolean gained = other.isPresent() && (own.isEmpty() || own.get().isAfter(other.get()));
        return gained
                ? unfit(
                        Reason.TIME_GAINED,
                        "a period of " + ends.id() + " ends on " + other.get() + ", of " + stays.id() + " "
                                + own.map(day -> "first on " + day).orElse("none"))
                : Optional.empty();
    }

    private Optional<LocalDate> firstLastDay(CaseFile file) {
        return clock.periods(file, PENALTY).stream()
                .filter(period -> period.over().isEmpty())
                .flatMap(period -> period
                        .end()
                        .match(
                                ends -> Optional.of(ends.calculation().last()),
                                halted -> Optional.<LocalDate>empty(),
                                notCounted -> Optional.<LocalDate>empty())
                        .stream())
                .min(Comparator.naturalOrder());
    }

    private static String stands(CaseFile file, Optional<Stage> stage) {
        return file.id() + " stands at " + stage.map(Stage::name).orElse("[*]");
    }
}
