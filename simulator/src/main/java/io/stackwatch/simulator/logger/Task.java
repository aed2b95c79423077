package io.stackwatch.simulator.logger;

import io.stackwatch.simulator.report.WireTime;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What a logger does about one command. */
@FunctionalInterface
interface Task {

    Execution carryOut(Request request, Circumstances at);

    /**
     * In which situation.
     *
     * @param state before it
     * @param now true time
     * @param writer of the answers
     * @param time how times are written
     * @param subjects the codes of the factors that it measures
     */
    record Circumstances(LoggerState state, Instant now, AnswerWriter writer, WireTime time, Set<String> subjects) {

        /** What the logger's clock shows. */
        Instant shown() {
            return state.shown(now);
        }

        Execution done(LoggerState after) {
            return new Execution(after, List.of(), Result.DONE, List.of());
        }

        Execution failed(Result result) {
            return new Execution(state, List.of(), result, List.of());
        }

        /** The parameter that was asked for, and nothing changed. */
        Execution said(String content) {
            return new Execution(
                    state, List.of(new Answer.Say(writer.parameter(content), true)), Result.DONE, List.of());
        }

        Execution told(LoggerState after, List<Answer> content) {
            return new Execution(after, content, Result.DONE, List.of());
        }
    }

    /**
     * What came of it.
     *
     * @param state afterwards
     * @param content between 9011 and 9012
     * @param result of the 9012
     * @param afterwards behind the 9012
     */
    record Execution(LoggerState state, List<Answer> content, Result result, List<Answer> afterwards) {}
}
