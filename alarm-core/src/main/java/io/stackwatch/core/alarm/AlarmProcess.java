package io.stackwatch.core.alarm;

import static io.stackwatch.core.alarm.AlarmEventKind.ACKNOWLEDGED;
import static io.stackwatch.core.alarm.AlarmEventKind.CLEARED;
import static io.stackwatch.core.alarm.AlarmEventKind.CONTINUED;
import static io.stackwatch.core.alarm.AlarmEventKind.GREW_BACK;
import static io.stackwatch.core.alarm.AlarmEventKind.HOUR_REVISED;
import static io.stackwatch.core.alarm.AlarmEventKind.LEVEL_ROSE;
import static io.stackwatch.core.alarm.AlarmEventKind.RAISED;
import static io.stackwatch.core.alarm.AlarmEventKind.REOPENED;
import static io.stackwatch.core.alarm.AlarmState.ACKNOWLEDGED_ACTIVE;
import static io.stackwatch.core.alarm.AlarmState.ACKNOWLEDGED_CLEARED;
import static io.stackwatch.core.alarm.AlarmState.OPEN_ACTIVE;
import static io.stackwatch.core.alarm.AlarmState.OPEN_CLEARED;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The states of an alarm as a table: from, event, to. What is not in the table does not happen. */
public final class AlarmProcess {

    /** One row; {@code from} is empty for the beginning. */
    public record Step(Optional<AlarmState> from, AlarmEventKind event, AlarmState to) {}

    private static final List<Step> TABLE = table();

    private AlarmProcess() {}

    private static List<Step> table() {
        List<Step> rows = new ArrayList<>();
        rows.add(new Step(Optional.empty(), RAISED, OPEN_ACTIVE));
        for (AlarmState state : AlarmState.values()) {
            for (AlarmEventKind stays : List.of(CONTINUED, GREW_BACK, LEVEL_ROSE, HOUR_REVISED)) {
                rows.add(new Step(Optional.of(state), stays, state));
            }
        }
        rows.add(new Step(Optional.of(OPEN_ACTIVE), ACKNOWLEDGED, ACKNOWLEDGED_ACTIVE));
        rows.add(new Step(Optional.of(OPEN_CLEARED), ACKNOWLEDGED, ACKNOWLEDGED_CLEARED));
        rows.add(new Step(Optional.of(OPEN_ACTIVE), CLEARED, OPEN_CLEARED));
        rows.add(new Step(Optional.of(ACKNOWLEDGED_ACTIVE), CLEARED, ACKNOWLEDGED_CLEARED));
        rows.add(new Step(Optional.of(OPEN_CLEARED), REOPENED, OPEN_ACTIVE));
        rows.add(new Step(Optional.of(ACKNOWLEDGED_CLEARED), REOPENED, OPEN_ACTIVE));
        return List.copyOf(rows);
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
