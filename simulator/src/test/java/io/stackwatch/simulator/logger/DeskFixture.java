package io.stackwatch.simulator.logger;

import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.simulator.plant.Quantity;
import io.stackwatch.simulator.report.Edition;
import io.stackwatch.simulator.report.FactorTable;
import io.stackwatch.simulator.report.Identity;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** A logger at its desk at half past ten in Liaocheng, and what it answers, a line each. */
public final class DeskFixture {

    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    public static final Instant HALF_PAST_TEN = Instant.parse("2026-11-23T02:30:00Z");
    public static final String MN = "010000A8900016F000169DC0";

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final FactorTable FACTORS = FactorTable.load();

    private final RequestDesk desk =
            new RequestDesk(List.of(FACTORS.of(Quantity.SULPHUR_DIOXIDE), FACTORS.of(Quantity.OXYGEN)), SHANGHAI);
    private LoggerState state;
    private Handled last;

    private DeskFixture(LoggerState state) {
        this.state = state;
    }

    public static DeskFixture of(Edition edition) {
        Habits habits = Habits.of(Duration.ofSeconds(30), Duration.ofMinutes(10), Duration.ZERO, Duration.ZERO);
        Identity identity = new Identity(new Mn(MN), "123456", edition);
        return new DeskFixture(LoggerState.of(identity, habits, Retention.defaults()));
    }

    public LoggerState state() {
        return state;
    }

    public DeskFixture with(LoggerState other) {
        state = other;
        return this;
    }

    /** What it answers to a literal packet. */
    List<String> packet(String packet) {
        return handled(desk.handle(HostFrame.decoded(packet), state, HALF_PAST_TEN));
    }

    List<String> frame(Frame frame) {
        return handled(desk.handle(frame, state, HALF_PAST_TEN));
    }

    /** What it answers to a segment, put into a right packet. */
    List<String> segment(String segment) {
        return handled(desk.handle(HostFrame.frame(segment), state, HALF_PAST_TEN));
    }

    /** The same where these bytes were dealt with on the same connection. */
    List<String> repeated(String segment) {
        return handled(desk.handle(HostFrame.frame(segment), state, HALF_PAST_TEN, true));
    }

    /** What it answers to a request of its own edition: number, password and MN are right. */
    public List<String> ask(String command, String content) {
        return ask("20261123103000000", command, content);
    }

    public List<String> ask(String number, String command, String content) {
        int flag = state.identity().edition().flag(false, true);
        return segment("QN=" + number + ";ST=31;CN=" + command + ";PW="
                + state.identity().password() + ";MN=" + state.identity().mn() + ";Flag=" + flag + ";CP=&&" + content
                + "&&");
    }

    Handled.Reason reason() {
        return last.reason();
    }

    public Handled handled() {
        return last;
    }

    private List<String> handled(Handled handled) {
        last = handled;
        state = handled.state();
        return lines(handled.answers());
    }

    public static List<String> lines(List<Answer> answers) {
        List<String> lines = new ArrayList<>();
        answers.forEach(answer -> lines.add(answer.match(
                say -> say.segment().text() + (say.rightChecksum() ? "" : " spoiled"),
                tell -> tell.report().command() + " "
                        + SECOND.format(tell.report().dataTime().atZone(SHANGHAI))
                        + (tell.backlog() ? " from the record" : ""),
                wait -> "wait " + wait.length(),
                () -> "hang up")));
        return lines;
    }
}
