package io.stackwatch.core.alarm;

import static io.stackwatch.core.alarm.AlarmEventKind.ACKNOWLEDGED;
import static io.stackwatch.core.alarm.AlarmEventKind.ASSIGNED;
import static io.stackwatch.core.alarm.AlarmEventKind.CLEARED;
import static io.stackwatch.core.alarm.AlarmEventKind.CONTINUED;
import static io.stackwatch.core.alarm.AlarmEventKind.GREW_BACK;
import static io.stackwatch.core.alarm.AlarmEventKind.HOUR_REVISED;
import static io.stackwatch.core.alarm.AlarmEventKind.LEVEL_ROSE;
import static io.stackwatch.core.alarm.AlarmEventKind.RAISED;
import static io.stackwatch.core.alarm.AlarmEventKind.REOPENED;
import static io.stackwatch.core.alarm.AlarmEventKind.RETURNED_TO_SERVICE;
import static io.stackwatch.core.alarm.AlarmEventKind.SHELVED;
import static io.stackwatch.core.alarm.AlarmEventKind.SUPPRESSED;
import static io.stackwatch.core.alarm.AlarmEventKind.TAKEN_OUT_OF_SERVICE;
import static io.stackwatch.core.alarm.AlarmEventKind.UNSHELVED;
import static io.stackwatch.core.alarm.AlarmEventKind.UNSUPPRESSED;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The states of an alarm as a table: from, event, to. What is not in the table does not happen.
 *
 * <p>Acknowledging, the end of the cause and attention change one side of the product each. Two events change two: an alarm
 * whose cause comes back has to be acknowledged anew, and a shelved alarm that becomes graver asks again.
 */
public final class AlarmProcess {

    /** One row; {@code from} is empty for the beginning. */
    public record Step(Optional<AlarmState> from, AlarmEventKind event, AlarmState to) {}

    /** What rules make happen; everything else is done by persons, or is about attention. */
    static final Set<AlarmEventKind> OF_RULES = Collections.unmodifiableSet(
            EnumSet.of(RAISED, CONTINUED, GREW_BACK, LEVEL_ROSE, HOUR_REVISED, CLEARED, REOPENED));

    private static final List<AlarmEventKind> STAYING =
            List.of(CONTINUED, GREW_BACK, LEVEL_ROSE, HOUR_REVISED, ASSIGNED);

    private static final List<Step> TABLE = table();

    private AlarmProcess() {}

    private static List<Step> table() {
        List<Step> rows = new ArrayList<>();
        rows.add(new Step(Optional.empty(), RAISED, AlarmState.OPEN_ACTIVE));
        for (AlarmState state : AlarmState.values()) {
            boolean seen = state.acknowledged();
            boolean cleared = state.cleared();
            Attention attention = state.attention();
            for (AlarmEventKind event : STAYING) {
                boolean asksAgain = event == LEVEL_ROSE && attention == Attention.SHELVED;
                row(rows, state, event, asksAgain ? state.with(Attention.ASKED) : state);
            }
            if (!seen) {
                row(rows, state, ACKNOWLEDGED, AlarmState.of(true, cleared, attention));
            }
            if (cleared) {
                row(rows, state, REOPENED, AlarmState.of(false, false, attention));
            } else {
                row(rows, state, CLEARED, AlarmState.of(seen, true, attention));
            }
            attention(rows, state);
        }
        return List.copyOf(rows);
    }

    private static void attention(List<Step> rows, AlarmState state) {
        switch (state.attention()) {
            case ASKED -> {
                if (!state.cleared()) {
                    row(rows, state, SHELVED, state.with(Attention.SHELVED));
                    row(rows, state, SUPPRESSED, state.with(Attention.SUPPRESSED));
                }
                row(rows, state, TAKEN_OUT_OF_SERVICE, state.with(Attention.OUT_OF_SERVICE));
            }
            case SHELVED -> row(rows, state, UNSHELVED, state.with(Attention.ASKED));
            case SUPPRESSED -> row(rows, state, UNSUPPRESSED, state.with(Attention.ASKED));
            case OUT_OF_SERVICE -> row(rows, state, RETURNED_TO_SERVICE, state.with(Attention.ASKED));
        }
    }

    private static void row(List<Step> rows, AlarmState from, AlarmEventKind event, AlarmState to) {
        rows.add(new Step(Optional.of(from), event, to));
    }

    /** Every row. */
    public static List<Step> steps() {
        return TABLE;
    }

    /** The state after an event; empty if the table has no such row. */
    public static Optional<AlarmState> after(Optional<AlarmState> from, AlarmEventKind event) {
        return TABLE.stream()
                .filter(step -> step.from().equals(from) && step.event() == event)
                .map(Step::to)
                .findFirst();
    }

    /** The state after an event, or why there is none. */
    public static AlarmStep step(Optional<AlarmState> from, AlarmEventKind event) {
        return after(from, event)
                .<AlarmStep>map(AlarmStep.Taken::new)
                .orElseGet(() -> new AlarmStep.Refused(
                        from, event, from.map(state -> refusal(state, event)).orElse(AlarmRefusal.NOT_BEGUN)));
    }

    private static AlarmRefusal refusal(AlarmState state, AlarmEventKind event) {
        return switch (event) {
            case RAISED -> AlarmRefusal.BEGUN_BEFORE;
            case ACKNOWLEDGED -> AlarmRefusal.ALREADY_ACKNOWLEDGED;
            case CLEARED -> AlarmRefusal.ALREADY_CLEARED;
            case REOPENED -> AlarmRefusal.STILL_ACTIVE;
            case UNSHELVED -> AlarmRefusal.NOT_SHELVED;
            case UNSUPPRESSED -> AlarmRefusal.NOT_SUPPRESSED;
            case RETURNED_TO_SERVICE -> AlarmRefusal.NOT_OUT_OF_SERVICE;
            case SHELVED, SUPPRESSED, TAKEN_OUT_OF_SERVICE -> aside(state.attention());
            case CONTINUED, GREW_BACK, LEVEL_ROSE, HOUR_REVISED, ASSIGNED ->
                throw new IllegalStateException(event + " is refused in no state");
        };
    }

    private static AlarmRefusal aside(Attention attention) {
        return switch (attention) {
            case ASKED -> AlarmRefusal.CAUSE_OVER;
            case SHELVED -> AlarmRefusal.ALREADY_SHELVED;
            case SUPPRESSED -> AlarmRefusal.ALREADY_SUPPRESSED;
            case OUT_OF_SERVICE -> AlarmRefusal.ALREADY_OUT_OF_SERVICE;
        };
    }

    /** The table as a Mermaid state diagram. */
    public static String mermaid() {
        StringBuilder text = new StringBuilder("stateDiagram-v2\n");
        for (Step step : TABLE) {
            text.append("    ")
                    .append(step.from().map(AlarmState::name).orElse("[*]"))
                    .append(" --> ")
                    .append(step.to())
                    .append(" : ")
                    .append(step.event())
                    .append('\n');
        }
        return text.toString();
    }
}
