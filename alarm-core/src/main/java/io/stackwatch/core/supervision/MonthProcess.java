package io.stackwatch.core.supervision;

import static io.stackwatch.core.supervision.MonthState.FROZEN;
import static io.stackwatch.core.supervision.MonthState.OPEN;
import static io.stackwatch.core.supervision.MonthState.PRELIMINARY;
import static io.stackwatch.core.supervision.MonthState.PROVISIONAL;
import static io.stackwatch.core.supervision.MonthState.VOUCHERS_CLOSED;

import java.util.List;
import java.util.Optional;

/**
 * How a month is closed, as a table: from, event, moment, to. What is not in the table does not happen (regulation 1.4, 1.7, R-1-2).
 */
public final class MonthProcess {

    /**
     * One row.
     *
     * @param from the state before; empty for the beginning
     * @param event what happens
     * @param notBefore the moment before which it does not happen; empty if only an officer's act brings it
     * @param to the state behind it
     */
    public record Step(
            Optional<MonthState> from, MonthEventKind event, Optional<MonthMoment> notBefore, MonthState to) {}

    private static final List<Step> TABLE = List.of(
            new Step(Optional.empty(), MonthEventKind.OPENED, Optional.of(MonthMoment.BEGINS), OPEN),
            row(OPEN, MonthEventKind.PROVISIONAL_COUNTED, MonthMoment.PROVISIONAL, PROVISIONAL),
            row(PROVISIONAL, MonthEventKind.PRELIMINARY_COUNTED, MonthMoment.PRELIMINARY, PRELIMINARY),
            row(PRELIMINARY, MonthEventKind.VOUCHERS_ENDED, MonthMoment.VOUCHERS_END, VOUCHERS_CLOSED),
            row(VOUCHERS_CLOSED, MonthEventKind.FROZEN, MonthMoment.FREEZE, FROZEN),
            new Step(Optional.of(FROZEN), MonthEventKind.RECOMPUTED, Optional.empty(), FROZEN));

    private MonthProcess() {}

    private static Step row(MonthState from, MonthEventKind event, MonthMoment notBefore, MonthState to) {
        return new Step(Optional.of(from), event, Optional.of(notBefore), to);
    }

    /** Every row. */
    public static List<Step> steps() {
        return TABLE;
    }

    /** The row that an event takes; empty if the table has none. */
    static Optional<Step> step(Optional<MonthState> from, MonthEventKind event) {
        return TABLE.stream()
                .filter(step -> step.from().equals(from) && step.event() == event)
                .findFirst();
    }

    /** The row that the calendar brings next; empty if only an officer's act goes on. */
    static Optional<Step> next(Optional<MonthState> from) {
        return TABLE.stream()
                .filter(step -> step.from().equals(from) && step.notBefore().isPresent())
                .findFirst();
    }

    /** The table as a Mermaid state diagram. */
    public static String mermaid() {
        StringBuilder text = new StringBuilder("stateDiagram-v2\n");
        for (Step step : TABLE) {
            text.append("    ")
                    .append(step.from().map(MonthState::name).orElse("[*]"))
                    .append(" --> ")
                    .append(step.to())
                    .append(" : ")
                    .append(step.event())
                    .append(" [")
                    .append(step.notBefore().map(moment -> "from " + moment).orElse("an officer's act with a reason"))
                    .append("]\n");
        }
        return text.toString();
    }
}
