package io.stackwatch.simulator.fault;

import io.stackwatch.simulator.logger.Answer;
import io.stackwatch.simulator.logger.AnswerWriter;
import io.stackwatch.simulator.logger.Handled;
import io.stackwatch.simulator.logger.LoggerState;
import io.stackwatch.simulator.report.Segment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A way of treating requests wrongly, and when.
 *
 * @param kind which
 * @param from first instant, in the fleet's time
 * @param to first instant after it
 * @param every each how-manieth request, or encrypted frame, is hit: 1 for all of them
 * @param pause of the slow ones, on the wall clock
 * @param code of those that refuse or fail
 */
public record Lapse(LapseKind kind, Instant from, Instant to, int every, Duration pause, int code) {

    /** Longer than the ten seconds that a host waits, shorter than all its attempts. */
    public static final Duration USUAL_PAUSE = Duration.ofSeconds(15);

    /** Refused (HJ 212-2017 Table 7), failed for an unknown reason (Table 6). */
    public static final int USUAL_CODE = 2;

    public Lapse {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a fault must end after it begins: " + from + " to " + to);
        }
        if (every < 1) {
            throw new IllegalArgumentException("'every' must be 1 or more: " + every);
        }
        if (pause.isNegative() || code < 0 || code > 999) {
            throw new IllegalArgumentException("a pause below zero or a code beyond 999: " + pause + ", " + code);
        }
    }

    boolean covers(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }

    /**
     * What the logger does instead.
     *
     * @param right what it would have done
     * @param before how it was before
     */
    Handled instead(Handled right, LoggerState before) {
        if (right.writer().isEmpty()) {
            return right;
        }
        AnswerWriter writer = right.writer().get();
        List<Answer> answers = right.answers();
        return switch (kind) {
            case SLOW_ANSWER -> with(right, inserted(answers, 0));
            case SLOW_RESULT -> with(right, inserted(answers, Math.max(0, answers.size() - 1)));
            case REFUSE -> undone(right, before, List.of(say(writer.ready(code))));
            case FAIL -> undone(right, before, List.of(say(writer.ready(1)), say(writer.result(code))));
            case WRONG_QN -> with(right, answers.stream().map(WrongNumber::in).toList());
            case DIE_HALFWAY -> undone(right, before, cut(answers, answers.size() > 2 ? 2 : 1));
            case DIE_AFTER_9011 -> undone(right, before, cut(answers, 1));
            case ANSWER_TWICE ->
                with(
                        right,
                        answers.stream()
                                .flatMap(answer -> List.of(answer, answer).stream())
                                .toList());
            case SILENT_TO_REQUESTS -> undone(right, before, List.of());
            case WRONG_CRC_ANSWER ->
                with(right, answers.stream().map(Lapse::spoiled).toList());
            case PLAINTEXT, OLD_KEY -> right;
        };
    }

    private List<Answer> inserted(List<Answer> answers, int index) {
        List<Answer> slow = new ArrayList<>(answers);
        slow.add(index, new Answer.Wait(pause));
        return slow;
    }

    private static List<Answer> cut(List<Answer> answers, int after) {
        List<Answer> some = new ArrayList<>(answers.subList(0, Math.min(after, answers.size())));
        some.add(Answer.HangUp.HANG_UP);
        return some;
    }

    private static Answer spoiled(Answer answer) {
        return answer.match(
                say -> new Answer.Say(say.segment(), false), tell -> tell, pause -> pause, () -> Answer.HangUp.HANG_UP);
    }

    private static Answer say(Segment segment) {
        return new Answer.Say(segment, true);
    }

    private static Handled with(Handled right, List<Answer> answers) {
        return new Handled(right.reason(), right.state(), answers, right.writer());
    }

    private static Handled undone(Handled right, LoggerState before, List<Answer> answers) {
        return new Handled(right.reason(), before, answers, right.writer());
    }
}
