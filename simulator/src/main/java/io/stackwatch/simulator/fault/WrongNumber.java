package io.stackwatch.simulator.fault;

import io.stackwatch.simulator.logger.Answer;
import io.stackwatch.simulator.report.Segment;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** An answer with a request number that nobody has given out: the last digit is another one. */
final class WrongNumber {

    private static final Pattern NUMBER = Pattern.compile("(?<=QN=\\d{16})\\d");

    private WrongNumber() {}

    static Answer in(Answer answer) {
        return answer.match(
                say -> new Answer.Say(wrong(say.segment()), say.rightChecksum()),
                tell -> tell,
                wait -> wait,
                () -> Answer.HangUp.HANG_UP);
    }

    private static Segment wrong(Segment segment) {
        String text = NUMBER.matcher(segment.text()).replaceFirst(WrongNumber::next);
        return new Segment(segment.qn(), text, segment.answerWanted());
    }

    private static String next(MatchResult digit) {
        return Integer.toString((Integer.parseInt(digit.group()) + 1) % 10);
    }
}
