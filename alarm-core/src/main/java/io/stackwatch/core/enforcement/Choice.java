package io.stackwatch.core.enforcement;

import io.stackwatch.core.penalty.Yuan;
import java.util.Optional;
import java.util.Set;

/**
 * Which of several rows of one state and event is taken. It looks at the act and the file alone, never at a table of law or a
 * calendar, so that a recorded file folds to the same state for ever.
 */
enum Choice {
    PAID_WHOLE,
    PAID_PART,
    AFTER_RECONSIDERATION,
    WITHOUT_RECONSIDERATION,
    OBEYED,
    NOT_OBEYED,
    FOUND_GOOD,
    FOUND_BAD,
    IS_RESTRICTION,
    IS_SUSPENSION;

    private static final Set<CheckResult> OBEYING = Set.of(CheckResult.CORRECTED, CheckResult.STOPPED);
    private static final Set<CheckResult> REFUSING = Set.of(CheckResult.STILL_VIOLATING, CheckResult.OBSTRUCTED);

    boolean holds(StrandFile strand, CaseAct act) {
        return switch (this) {
            case PAID_WHOLE -> settles(strand, act);
            case PAID_PART -> !settles(strand, act);
            case AFTER_RECONSIDERATION ->
                strand.last(ActKind.RECONSIDERATION_UPHELD).isPresent();
            case WITHOUT_RECONSIDERATION ->
                strand.last(ActKind.RECONSIDERATION_UPHELD).isEmpty();
            case OBEYED -> act.found().filter(OBEYING::contains).isPresent();
            case NOT_OBEYED -> act.found().filter(REFUSING::contains).isPresent();
            case FOUND_GOOD -> act.found().equals(Optional.of(CheckResult.GOOD));
            case FOUND_BAD -> act.found().equals(Optional.of(CheckResult.BAD));
            case IS_RESTRICTION -> strand.last(ActKind.RESTRICTION_PROPOSED).isPresent();
            case IS_SUSPENSION -> strand.last(ActKind.SUSPENSION_PROPOSED).isPresent();
        };
    }

    /** Whether with this payment the fine and the surcharge that was confirmed last are paid. */
    private static boolean settles(StrandFile strand, CaseAct act) {
        Yuan owed = strand.fine()
                .orElse(Yuan.ZERO)
                .plus(strand.last(ActKind.SURCHARGE_CONFIRMED)
                        .flatMap(CaseAct::amount)
                        .orElse(Yuan.ZERO));
        return strand.paid().plus(act.amount().orElse(Yuan.ZERO)).atLeast(owed);
    }
}
