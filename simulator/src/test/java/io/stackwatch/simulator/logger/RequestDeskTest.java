package io.stackwatch.simulator.logger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.stackwatch.simulator.logger.Handled.Reason;
import io.stackwatch.simulator.report.Edition;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dialogue of a request and its checks in 2017 (HJ 212-2017 6.2, Tables 6 and 7), with literal segments. */
class RequestDeskTest {

    private static final String ECHO = ";PW=123456;MN=010000A8900016F000169DC0;";
    private static final String READY = "QN=20261123103000000;ST=91;CN=9011" + ECHO + "Flag=4;CP=&&QnRtn=1&&";
    private static final String DONE = "QN=20261123103000000;ST=91;CN=9012" + ECHO + "Flag=4;CP=&&ExeRtn=1&&";

    private final DeskFixture desk = DeskFixture.of(Edition.Y2017);

    /** HJ 212-2017 C.3: the parameter carries the request's number, and no answer is wanted. */
    @Test
    void aQuestionIsAnsweredWith9011TheParameterAnd9012() {
        assertEquals(
                List.of(READY, "QN=20261123103000000;ST=31;CN=1061" + ECHO + "Flag=4;CP=&&RtdInterval=30&&", DONE),
                desk.ask("1061", ""));
        assertEquals(Reason.CARRIED_OUT, desk.reason());
    }

    /** The packet of Appendix A, but for the system code: its checksum is printed there. */
    @Test
    void aLiteralPacketIsUnderstood() {
        assertEquals(
                List.of("QN=20160801085857223;ST=91;CN=9011;PW=100000;MN=010000A8900016F000169DC0;Flag=4;"
                        + "CP=&&QnRtn=3&&"),
                desk.packet("##0101QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;"
                        + "CP=&&RtdInterval=30&&1C80\r\n"));
    }

    @Test
    void aWrongChecksumIsAnsweredWithSilence() {
        LoggerState before = desk.state();

        assertEquals(
                List.of(),
                desk.packet("##0101QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;"
                        + "CP=&&RtdInterval=30&&1C81\r\n"));

        assertEquals(Reason.CHECKSUM, desk.reason());
        assertSame(before, desk.state());
    }

    /** In the order of the codes; the first one that is wrong counts. */
    @ParameterizedTest
    @CsvSource({
        "QN=20261123103000000;ST=31;CN=1062;PW=000000;MN=010000A8900016F000169DC0;Flag=5, 3",
        "QN=20261123103000000;ST=31;CN=1062;PW=123456;MN=010000a8900016f000169dc0;Flag=5, 4",
        "QN=20261123103000000;ST=31;CN=1062;PW=123456;MN=;Flag=5, 4",
        "QN=20261123103000000;ST=32;CN=1062;PW=123456;MN=010000A8900016F000169DC0;Flag=5, 5",
        "QN=20261123103000000;ST=31;CN=1062;PW=123456;MN=010000A8900016F000169DC0;Flag=9, 6",
        "QN=20261123103000000;ST=31;CN=1062;PW=123456;MN=010000A8900016F000169DC0, 6",
        "QN=2026112310300;ST=31;CN=1062;PW=123456;MN=010000A8900016F000169DC0;Flag=5, 7",
        "QN=20261323103000000;ST=31;CN=1062;PW=123456;MN=010000A8900016F000169DC0;Flag=5, 7",
        "QN=20261123103000000;ST=31;CN=1099;PW=123456;MN=010000A8900016F000169DC0;Flag=5, 8",
        "QN=20261123103000000;ST=31;CN=3024;PW=123456;MN=010000A8900016F000169DC0;Flag=5, 8",
        "QN=2026112310300;ST=32;CN=1099;PW=000000;MN=X;Flag=9, 3"
    })
    void aRequestThatIsNotRightIsRefusedWithItsCodeAndChangesNothing(String header, int code) {
        LoggerState before = desk.state();

        List<String> answers = desk.segment(header + ";CP=&&RtdInterval=60&&");

        assertEquals(1, answers.size(), answers.toString());
        assertEquals(
                "CP=&&QnRtn=" + code + "&&",
                answers.get(0).substring(answers.get(0).indexOf("CP=")));
        assertEquals(Reason.REFUSED, desk.reason());
        assertSame(before, desk.state());
    }

    /** Control of the one before. */
    @Test
    void theSameRequestWithEverythingRightIsCarriedOut() {
        assertEquals(
                List.of(READY, DONE),
                desk.segment("QN=20261123103000000;ST=31;CN=1062" + ECHO + "Flag=5;CP=&&RtdInterval=60&&"));
        assertEquals(Duration.ofMinutes(1), desk.state().habits().realtime());
    }

    /** 9011 promises that the request is understood; that its content is wrong comes out in executing it. */
    @Test
    void contentThatIsWrongEndsWith9012AndChangesNothing() {
        assertEquals(List.of(READY, DONE.replace("ExeRtn=1", "ExeRtn=3")), desk.ask("1062", "RtdInterval=29"));
        assertEquals(Duration.ofSeconds(30), desk.state().habits().realtime());
    }

    /** The host did not hear the first answer and sends the same bytes again (HJ 212-2017 6.2). */
    @Test
    void anOrderThatIsRepeatedIsAnsweredAgainAndNotCarriedOutAgain() {
        desk.ask("20261123103000000", "1012", "SystemTime=20261123103005");
        LoggerClock set = desk.state().clock();
        LoggerState later = desk.state().withClock(LoggerClock.right());
        desk.with(later);

        assertEquals(List.of(READY, DONE), desk.ask("20261123103000000", "1012", "SystemTime=20261123103005"));

        assertEquals(Reason.REPEATED, desk.reason());
        assertEquals(LoggerClock.right(), desk.state().clock());
        assertEquals(Duration.ofSeconds(5), set.offset());
    }

    /** The host did not hear the 9011: it hears that again, and the data that is on its way once. */
    @Test
    void ofAQuestionThatIsRepeatedOnTheSameConnectionOnlyThe9011IsSaidAgain() {
        String asked = "QN=20261123103000000;ST=31;CN=1061" + ECHO + "Flag=5;CP=&&&&";
        assertEquals(3, desk.segment(asked).size());

        assertEquals(List.of(READY), desk.repeated(asked));
        assertEquals(Reason.REPEATED, desk.reason());
        assertEquals(List.of(), desk.repeated(asked.replace("Flag=5", "Flag=4")), "nobody waits for a 9011");
        assertEquals(3, desk.segment(asked).size(), "on another connection nobody knows what was heard");
    }

    @Test
    void anOrderThatFailedIsTriedAgain() {
        desk.ask("20261123103000000", "1062", "RtdInterval=1");

        desk.ask("20261123103000000", "1062", "RtdInterval=120");

        assertEquals(Duration.ofMinutes(2), desk.state().habits().realtime());
    }

    @Test
    void aNoticeIsAnsweredWith9013Alone() {
        assertEquals(List.of("QN=20261123103000000;ST=91;CN=9013" + ECHO + "Flag=4;CP=&&&&"), desk.ask("2012", ""));
        assertEquals(Reason.NOTICED, desk.reason());
        assertFalse(desk.state().habits().realtimeOn());
    }

    /** Flag 4: nobody waits for 9011 and 9012. */
    @Test
    void withoutTheAnswerBitARequestIsCarriedOutAndNotCommentedOn() {
        assertEquals(
                List.of("QN=20261123103000000;ST=31;CN=1061" + ECHO + "Flag=4;CP=&&RtdInterval=30&&"),
                desk.segment("QN=20261123103000000;ST=31;CN=1061" + ECHO + "Flag=4;CP=&&&&"));
    }

    @Test
    void anAnswerIsNoRequest() {
        assertEquals(List.of(), desk.ask("9012", "ExeRtn=1"));
        assertEquals(Reason.NO_REQUEST, desk.reason());
    }

    @Test
    void whileRecordsAreGivenOutTheNextOneHearsThatItIsBusy() {
        String range = "BeginTime=20261123080000;EndTime=20261123080000";
        assertEquals(List.of(READY, "HOUR 20261123080000 from the record", DONE), desk.ask("2061", range));

        assertEquals(List.of(READY, DONE.replace("ExeRtn=1", "ExeRtn=5")), desk.ask("2061", range));

        desk.with(desk.state().withBusy(false));
        assertEquals(3, desk.ask("2061", range).size());
    }
}
