package io.stackwatch.core.marking;

import static io.stackwatch.core.marking.MarkState.ACCEPTED;
import static io.stackwatch.core.marking.MarkState.APPROVED;
import static io.stackwatch.core.marking.MarkState.AWAITING_DATA;
import static io.stackwatch.core.marking.MarkState.PENDING;
import static io.stackwatch.core.marking.MarkState.REFUSED;
import static io.stackwatch.core.marking.MarkState.REPLACED;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The states of a version of a mark as a table: from, event, to. What is not in the table does not happen. */
public final class MarkProcess {

    /** One row; {@code from} is empty for the beginning. */
    public record Step(Optional<MarkState> from, MarkEvent event, MarkState to) {}

    private static final List<Step> TABLE = table();

    private MarkProcess() {}

    private static List<Step> table() {
        List<Step> rows = new ArrayList<>();
        rows.add(new Step(Optional.empty(), MarkEvent.FILED_IN_TIME, ACCEPTED));
        rows.add(new Step(Optional.empty(), MarkEvent.FILED_AHEAD, AWAITING_DATA));
        rows.add(new Step(Optional.empty(), MarkEvent.FILED_LATE, PENDING));
        rows.add(new Step(Optional.empty(), MarkEvent.FILED_CONTRADICTED, PENDING));
        rows.add(new Step(Optional.empty(), MarkEvent.FILED_UNCHECKED, PENDING));
        rows.add(new Step(Optional.of(AWAITING_DATA), MarkEvent.FOUND_CONSISTENT, ACCEPTED));
        rows.add(new Step(Optional.of(AWAITING_DATA), MarkEvent.FOUND_CONTRADICTED, PENDING));
        rows.add(new Step(Optional.of(AWAITING_DATA), MarkEvent.FOUND_UNCHECKED, PENDING));
        for (MarkState open : List.of(AWAITING_DATA, PENDING)) {
            rows.add(new Step(Optional.of(open), MarkEvent.REPLACED, REPLACED));
            rows.add(new Step(Optional.of(open), MarkEvent.APPROVED, APPROVED));
        }
        for (MarkState refusable : List.of(AWAITING_DATA, PENDING, ACCEPTED, APPROVED)) {
            rows.add(new Step(Optional.of(refusable), MarkEvent.REFUSED, REFUSED));
        }
        rows.add(new Step(Optional.of(REFUSED), MarkEvent.APPROVED, APPROVED));
        return List.copyOf(rows);
    }

    /** Every row. */
    public static List<Step> steps() {
        return TABLE;
    }

    /** The state after an event; empty if the table has no such row. */
    public static Optional<MarkState> after(Optional<MarkState> from, MarkEvent event) {
        return TABLE.stream()
                .filter(step -> step.from().equals(from) && step.event() == event)
                .map(Step::to)
                .findFirst();
    }

    /** The table as a Mermaid state diagram. */
    public static String mermaid() {
        StringBuilder text = new StringBuilder("stateDiagram-v2\n");
        for (Step step : TABLE) {
            text.append("    ")
                    .append(step.from().map(MarkState::name).orElse("[*]"))
                    .append(" --> ")
                    .append(step.to())
                    .append(" : ")
                    .append(step.event())
                    .append('\n');
        }
        return text.toString();
    }
}
