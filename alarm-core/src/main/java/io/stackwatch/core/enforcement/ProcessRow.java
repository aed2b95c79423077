package io.stackwatch.core.enforcement;

import io.stackwatch.core.deadline.PeriodId;
import io.stackwatch.core.deadline.Role;
import io.stackwatch.core.deadline.Tolling;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One row of {@code case-process.csv}, for one procedure and one state.
 *
 * @param procedure of which procedure
 * @param from the state before; empty for the beginning
 * @param event what is done
 * @param choices which of the rows of this state and event it is; all hold
 * @param to the state behind it
 * @param guards what must hold when it is decided
 * @param starts periods that begin on the day of the act
 * @param ends periods of this strand that are over
 * @param endsElsewhere periods of other procedures of the case that are over
 * @param halts what begins to toll
 * @param resumes what tolls no longer
 * @param documents what is written
 * @param who who may do it
 * @param source articles
 */
public record ProcessRow(
        Procedure procedure,
        Optional<Stage> from,
        ActKind event,
        List<Choice> choices,
        Stage to,
        List<GuardUse> guards,
        List<PeriodStart> starts,
        List<PeriodId> ends,
        List<Elsewhere> endsElsewhere,
        Set<Tolling.Cause> halts,
        Set<Tolling.Cause> resumes,
        List<DocumentKind> documents,
        Set<Role> who,
        String source) {

    /**
     * The beginning of a period.
     *
     * @param period which
     * @param behind the period on whose last day it begins; empty: on the day of the act
     */
    public record PeriodStart(PeriodId period, Optional<PeriodId> behind) {
        @Override
        public String toString() {
            return behind.map(base -> period + "<" + base).orElse(period.value());
        }
    }

    /** A period of another procedure. */
    public record Elsewhere(Procedure procedure, PeriodId period) {
        @Override
        public String toString() {
            return procedure + "/" + period;
        }
    }

    public ProcessRow {
        choices = List.copyOf(choices);
        guards = List.copyOf(guards);
        starts = List.copyOf(starts);
        ends = List.copyOf(ends);
        endsElsewhere = List.copyOf(endsElsewhere);
        halts = Set.copyOf(halts);
        resumes = Set.copyOf(resumes);
        documents = List.copyOf(documents);
        who = Set.copyOf(who);
    }

    boolean takes(StrandFile strand, CaseAct act) {
        return choices.stream().allMatch(choice -> choice.holds(strand, act));
    }

    /** State, event and choice, such as {@code SERVED RECHECKED [OBEYED]}. */
    public String name() {
        String before = from.map(Stage::name).orElse("[*]");
        return before + " " + event + condition();
    }

    String condition() {
        return choices.isEmpty() ? "" : choices.stream().map(Choice::name).collect(Collectors.joining(" ", " [", "]"));
    }

    @Override
    public String toString() {
        return procedure + " " + name() + " " + to;
    }
}
