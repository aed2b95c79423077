package io.stackwatch.simulator.logger;

import io.stackwatch.connectors.hj212.codec.Flag;
import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.simulator.logger.Handled.Reason;
import io.stackwatch.simulator.logger.Task.Circumstances;
import io.stackwatch.simulator.logger.Task.Execution;
import io.stackwatch.simulator.logger.TaskTable.Kind;
import io.stackwatch.simulator.logger.TaskTable.Row;
import io.stackwatch.simulator.report.Edition;
import io.stackwatch.simulator.report.Factor;
import io.stackwatch.simulator.report.WireTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a logger makes of a frame of the host (HJ 212-2017 6.2, Tables 6, 7 and 12): request, 9011, data, 9012; a notice and
 * its 9013.
 *
 * <p>A wrong checksum is answered with silence. The order of the other checks is that of their codes: password, station,
 * system code, flag, number, command. Without the answer bit a request is carried out, and neither 9011 nor 9012 is sent
 * (inference). An order that is repeated under its number is answered again and not carried out again; of a question that
 * is repeated on the same connection only the 9011 is said again, which is what the host did not hear: the data is on its
 * way (inference). Records are given out to one request at a time, the next one hears "busy". A pure function of frame, state and time; immutable.
 */
public final class RequestDesk {

    private static final int FIRST_ANSWER = 9000;
    private static final int NUMBER_LENGTH = 17;

    private final Collection<Factor> factors;
    private final WireTime time;
    private final TaskTable tasks = TaskTable.standard();

    /** @param factors what the logger measures */
    public RequestDesk(Collection<Factor> factors, ZoneId zone) {
        this.factors = List.copyOf(factors);
        this.time = new WireTime(zone);
    }

    /** @param now true time */
    public Handled handle(Frame frame, LoggerState state, Instant now) {
        return handle(frame, state, now, false);
    }

    /**
     * @param now true time
     * @param heard whether the very same bytes were dealt with on this connection
     */
    public Handled handle(Frame frame, LoggerState state, Instant now, boolean heard) {
        Optional<Request> read = RequestReader.read(frame, state.keys());
        if (read.isEmpty()) {
            return silence(Reason.CHECKSUM, state);
        }
        Request request = read.get();
        if (request.command() < 0 || request.command() >= FIRST_ANSWER) {
            return silence(Reason.NO_REQUEST, state);
        }
        Edition edition = state.identity().edition();
        AnswerWriter writer = new AnswerWriter(edition, request);
        Optional<Row> row = tasks.find(request.command(), edition);
        Readiness readiness = readiness(request, state, row);
        if (readiness != Readiness.READY || row.isEmpty()) {
            return answered(Reason.REFUSED, state, List.of(say(writer, readiness)), writer);
        }
        Circumstances at = new Circumstances(state, now, writer, time, subjects(edition));
        return carryOut(request, row.get(), at, heard);
    }

    private static Handled carryOut(Request request, Row row, Circumstances at, boolean heard) {
        AnswerWriter writer = at.writer();
        boolean answers = request.flag().map(Flag::answerWanted).orElse(true);
        if (row.kind() == Kind.NOTICE) {
            LoggerState after = row.task().carryOut(request, at).state();
            List<Answer> noticed = answers ? List.of(new Answer.Say(writer.noticed(), true)) : List.of();
            return answered(Reason.NOTICED, after, noticed, writer);
        }
        if (row.kind() == Kind.ORDER && at.state().recent().contains(request.number())) {
            List<Answer> again = answers ? dialogue(writer, List.of(), Result.DONE, List.of()) : List.of();
            return answered(Reason.REPEATED, at.state(), again, writer);
        }
        if (row.kind() == Kind.QUESTION && heard) {
            List<Answer> again = answers ? List.of(say(writer, Readiness.READY)) : List.of();
            return answered(Reason.REPEATED, at.state(), again, writer);
        }
        Execution execution = row.task().carryOut(request, at);
        LoggerState after = row.kind() == Kind.ORDER && execution.result() == Result.DONE
                ? execution.state().remembering(request.number())
                : execution.state();
        List<Answer> all = answers
                ? dialogue(writer, execution.content(), execution.result(), execution.afterwards())
                : joined(execution.content(), execution.afterwards());
        return answered(Reason.CARRIED_OUT, after, all, writer);
    }

    private Readiness readiness(Request request, LoggerState state, Optional<Row> row) {
        if (!request.password().equals(state.identity().password())) {
            return Readiness.WRONG_PASSWORD;
        }
        if (!isMeant(request, state)) {
            return Readiness.WRONG_STATION;
        }
        if (!state.systemCodes().contains(request.systemCode())) {
            return Readiness.WRONG_SYSTEM;
        }
        if (!isOfEdition(request.flag(), state.identity().edition())) {
            return Readiness.WRONG_FLAG;
        }
        if (request.number().length() != NUMBER_LENGTH
                || time.parse(request.number()).isEmpty()) {
            return Readiness.WRONG_NUMBER;
        }
        if (row.isEmpty() || (row.get().secret() && state.keys().isEmpty())) {
            return Readiness.WRONG_COMMAND;
        }
        return row.get().secret() && !request.encrypted() ? Readiness.REJECTED : Readiness.READY;
    }

    /** A logger without an assigned MN is spoken to without one (HJ 212-2025 6.8). */
    private static boolean isMeant(Request request, LoggerState state) {
        return request.mn().equals(state.identity().mn().value())
                || (!state.activated() && request.mn().isEmpty());
    }

    /** 2005 requests may come without a Flag. */
    private static boolean isOfEdition(Optional<Flag> flag, Edition edition) {
        return flag.map(Flag::version)
                .map(version -> version == edition.version())
                .orElse(edition == Edition.Y2005);
    }

    private Set<String> subjects(Edition edition) {
        return factors.stream().map(edition::codeOf).collect(Collectors.toSet());
    }

    private static List<Answer> dialogue(
            AnswerWriter writer, List<Answer> content, Result result, List<Answer> afterwards) {
        List<Answer> all = new ArrayList<>(content.size() + 2);
        all.add(say(writer, Readiness.READY));
        all.addAll(content);
        all.add(new Answer.Say(writer.result(result), true));
        all.addAll(afterwards);
        return all;
    }

    private static List<Answer> joined(List<Answer> first, List<Answer> second) {
        List<Answer> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static Answer say(AnswerWriter writer, Readiness readiness) {
        return new Answer.Say(writer.ready(readiness), true);
    }

    private static Handled answered(Reason reason, LoggerState after, List<Answer> answers, AnswerWriter writer) {
        return new Handled(reason, after, answers, Optional.of(writer));
    }

    private static Handled silence(Reason reason, LoggerState state) {
        return new Handled(reason, state, List.of(), Optional.empty());
    }
}
