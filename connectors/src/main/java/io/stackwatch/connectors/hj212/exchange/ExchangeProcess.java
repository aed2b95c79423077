package io.stackwatch.connectors.hj212.exchange;

import static io.stackwatch.connectors.hj212.exchange.ExchangeEventKind.ANSWERED;
import static io.stackwatch.connectors.hj212.exchange.ExchangeEventKind.DATA;
import static io.stackwatch.connectors.hj212.exchange.ExchangeEventKind.FOREIGN;
import static io.stackwatch.connectors.hj212.exchange.ExchangeEventKind.LATE;
import static io.stackwatch.connectors.hj212.exchange.ExchangeEventKind.NOTICED;
import static io.stackwatch.connectors.hj212.exchange.ExchangeEventKind.NOT_WRITTEN;
import static io.stackwatch.connectors.hj212.exchange.ExchangeEventKind.RELEASED;
import static io.stackwatch.connectors.hj212.exchange.ExchangeEventKind.RESULTED;
import static io.stackwatch.connectors.hj212.exchange.ExchangeEventKind.RESUMED;
import static io.stackwatch.connectors.hj212.exchange.ExchangeEventKind.SENT;
import static io.stackwatch.connectors.hj212.exchange.ExchangeEventKind.TIMED_OUT;
import static io.stackwatch.connectors.hj212.exchange.ExchangeState.AWAITING_ANSWER;
import static io.stackwatch.connectors.hj212.exchange.ExchangeState.CANCELLED;
import static io.stackwatch.connectors.hj212.exchange.ExchangeState.DONE;
import static io.stackwatch.connectors.hj212.exchange.ExchangeState.EXECUTING;
import static io.stackwatch.connectors.hj212.exchange.ExchangeState.EXPIRED;
import static io.stackwatch.connectors.hj212.exchange.ExchangeState.FAILED;
import static io.stackwatch.connectors.hj212.exchange.ExchangeState.NO_ANSWER;
import static io.stackwatch.connectors.hj212.exchange.ExchangeState.NO_RESULT;
import static io.stackwatch.connectors.hj212.exchange.ExchangeState.ORDERED;
import static io.stackwatch.connectors.hj212.exchange.ExchangeState.QUEUED;
import static io.stackwatch.connectors.hj212.exchange.ExchangeState.REFUSED;
import static io.stackwatch.connectors.hj212.exchange.ExchangeState.RESENDING;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The states of an exchange as a table: from, event, condition, to. What is not in the table does not happen.
 *
 * <p>HJ 212-2017 6.2: without an answer the request is sent again; after the answer, and without the result, it is not.
 */
public final class ExchangeProcess {

    /**
     * One row.
     *
     * @param from the state before; empty for the beginning
     * @param event what happens
     * @param guard under which condition
     * @param to the state behind it
     * @param then what is waited for then
     * @param deviation the liberty that the station took, if it did
     */
    record Step(
            Optional<ExchangeState> from,
            ExchangeEventKind event,
            Guard guard,
            ExchangeState to,
            Wait then,
            Optional<Deviation> deviation) {}

    private static final List<Step> TABLE = table();

    private ExchangeProcess() {}

    private static List<Step> table() {
        List<Step> rows = new ArrayList<>();
        rows.add(new Step(
                Optional.empty(), ExchangeEventKind.ORDERED, Guard.TWO_PEOPLE, ORDERED, Wait.TO_GO, Optional.empty()));
        rows.add(new Step(
                Optional.empty(), ExchangeEventKind.ORDERED, Guard.ONE_PERSON, QUEUED, Wait.TO_GO, Optional.empty()));
        row(rows, ORDERED, RELEASED, Guard.ANOTHER_PERSON_IN_TIME, QUEUED, Wait.TO_GO);
        row(rows, ORDERED, TIMED_OUT, Guard.ALWAYS, EXPIRED, Wait.NONE);
        row(rows, QUEUED, TIMED_OUT, Guard.ALWAYS, EXPIRED, Wait.NONE);
        row(rows, QUEUED, SENT, Guard.NOT_EXPIRED, AWAITING_ANSWER, Wait.FOR_ANSWER);
        row(rows, RESENDING, SENT, Guard.ALWAYS, AWAITING_ANSWER, Wait.FOR_ANSWER);
        row(rows, RESENDING, TIMED_OUT, Guard.ALWAYS, NO_ANSWER, Wait.NONE);
        row(rows, AWAITING_ANSWER, NOT_WRITTEN, Guard.FIRST_ATTEMPT, QUEUED, Wait.TO_GO_STILL);
        row(rows, AWAITING_ANSWER, NOT_WRITTEN, Guard.LATER_ATTEMPT, RESENDING, Wait.TO_GO_AGAIN);
        row(rows, AWAITING_ANSWER, TIMED_OUT, Guard.RESENDS_LEFT, RESENDING, Wait.TO_GO_AGAIN);
        row(rows, AWAITING_ANSWER, TIMED_OUT, Guard.NO_RESENDS_LEFT, NO_ANSWER, Wait.NONE);
        row(rows, AWAITING_ANSWER, RESUMED, Guard.ALWAYS, AWAITING_ANSWER, Wait.FOR_ANSWER);
        for (ExchangeState unanswered : List.of(AWAITING_ANSWER, RESENDING)) {
            answers(rows, unanswered);
        }
        execution(rows);
        for (ExchangeState open : List.of(ORDERED, QUEUED, AWAITING_ANSWER, RESENDING, EXECUTING)) {
            row(rows, open, ExchangeEventKind.CANCELLED, Guard.ALWAYS, CANCELLED, Wait.NONE);
        }
        for (ExchangeState sent : List.of(AWAITING_ANSWER, RESENDING, EXECUTING)) {
            row(rows, sent, FOREIGN, Guard.ALWAYS, sent, Wait.AS_BEFORE);
        }
        // after the first upload, the result of a stream comes where it belongs
        row(rows, DONE, LATE, Guard.IS_STREAM, DONE, Wait.NONE);
        row(rows, DONE, LATE, Guard.IS_NO_STREAM, DONE, Wait.NONE, Deviation.BEHIND_THE_END);
        for (ExchangeState ended : List.of(REFUSED, FAILED, NO_ANSWER, NO_RESULT, CANCELLED)) {
            row(rows, ended, LATE, Guard.ALWAYS, ended, Wait.NONE, Deviation.BEHIND_THE_END);
        }
        return List.copyOf(rows);
    }

    private static void answers(List<Step> rows, ExchangeState unanswered) {
        row(rows, unanswered, ANSWERED, Guard.READY, EXECUTING, Wait.FOR_RESULT);
        row(rows, unanswered, ANSWERED, Guard.NOT_READY, REFUSED, Wait.NONE);
        row(rows, unanswered, NOTICED, Guard.IS_NOTICE, DONE, Wait.NONE);
        row(rows, unanswered, DATA, Guard.SURE_OF_A_STREAM, DONE, Wait.NONE, Deviation.DATA_BEFORE_ANSWER);
        row(rows, unanswered, DATA, Guard.SURE, EXECUTING, Wait.FOR_RESULT, Deviation.DATA_BEFORE_ANSWER);
        // an upload that the station may have sent anyway: kept, and no reason to stop asking
        row(rows, unanswered, DATA, Guard.UNSURE, unanswered, Wait.AS_BEFORE);
        row(rows, unanswered, RESULTED, Guard.SUCCESS, DONE, Wait.NONE, Deviation.RESULT_WITHOUT_ANSWER);
        row(rows, unanswered, RESULTED, Guard.NO_SUCCESS, FAILED, Wait.NONE, Deviation.RESULT_WITHOUT_ANSWER);
    }

    private static void execution(List<Step> rows) {
        row(rows, EXECUTING, ANSWERED, Guard.ALWAYS, EXECUTING, Wait.AS_BEFORE, Deviation.REPEATED_ANSWER);
        row(rows, EXECUTING, DATA, Guard.IS_STREAM, DONE, Wait.NONE);
        row(rows, EXECUTING, DATA, Guard.IS_NO_STREAM, EXECUTING, Wait.FOR_RESULT);
        row(rows, EXECUTING, RESULTED, Guard.SUCCESS, DONE, Wait.NONE);
        row(rows, EXECUTING, RESULTED, Guard.NO_SUCCESS, FAILED, Wait.NONE);
        row(rows, EXECUTING, TIMED_OUT, Guard.RESPONSE_CAME, DONE, Wait.NONE, Deviation.RESULT_MISSING);
        row(rows, EXECUTING, TIMED_OUT, Guard.NO_RESPONSE_CAME, NO_RESULT, Wait.NONE);
        row(rows, EXECUTING, RESUMED, Guard.ALWAYS, EXECUTING, Wait.FOR_RESULT);
    }

    private static void row(
            List<Step> rows, ExchangeState from, ExchangeEventKind event, Guard guard, ExchangeState to, Wait then) {
        rows.add(new Step(Optional.of(from), event, guard, to, then, Optional.empty()));
    }

    private static void row(
            List<Step> rows,
            ExchangeState from,
            ExchangeEventKind event,
            Guard guard,
            ExchangeState to,
            Wait then,
            Deviation deviation) {
        rows.add(new Step(Optional.of(from), event, guard, to, then, Optional.of(deviation)));
    }

    /** Every row. */
    static List<Step> steps() {
        return TABLE;
    }

    /** The row that an event takes; empty if the table has none. */
    static Optional<Step> step(Optional<ExchangeState> from, Exchange exchange, ExchangeEvent event) {
        return TABLE.stream()
                .filter(step -> step.from().equals(from)
                        && step.event() == event.kind()
                        && step.guard().holds(exchange, event))
                .findFirst();
    }

    /** The table as a Mermaid state diagram. */
    static String mermaid() {
        StringBuilder text = new StringBuilder("stateDiagram-v2\n");
        for (Step step : TABLE) {
            text.append("    ")
                    .append(step.from().map(ExchangeState::name).orElse("[*]"))
                    .append(" --> ")
                    .append(step.to())
                    .append(" : ")
                    .append(step.event());
            if (step.guard() != Guard.ALWAYS) {
                text.append(" [").append(step.guard()).append(']');
            }
            step.deviation().ifPresent(liberty -> text.append(" / ").append(liberty));
            text.append('\n');
        }
        for (ExchangeState state : ExchangeState.values()) {
            if (!state.isOpen()) {
                text.append("    ").append(state).append(" --> [*]\n");
            }
        }
        return text.toString();
    }
}
