package io.stackwatch.connectors.hj212.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.connectors.hj212.codec.CodecLimits;
import io.stackwatch.connectors.hj212.codec.CommandTable;
import io.stackwatch.connectors.hj212.codec.Fault;
import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.connectors.hj212.codec.FrameEncoder;
import io.stackwatch.connectors.hj212.codec.SegmentReader;
import io.stackwatch.core.registry.Mn;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionTest {

    private static final Mn MN = new Mn("010000A8900016F000169DC0");
    private final Session session = new Session(
            new SegmentReader(CodecLimits.defaults().withMaxItems(3)),
            mn -> mn.equals(MN) ? Optional.of(StationProfile.strict(MN, "123456")) : Optional.empty(),
            CommandTable.standard());

    @Test
    void theDataAnswerWaitsForDurabilityAndTheNoticeAnswerDoesNot() {
        Step upload = step("QN=1;ST=31;CN=2011;PW=123456;MN=" + MN + ";Flag=5;CP=&&DataTime=20260101080000&&");
        assertTrue(upload.replyNow().isEmpty());
        assertEquals(9014, upload.replyWhenDurable().orElseThrow().command());
        Step heartbeat = step("QN=1;ST=91;CN=9015;PW=123456;MN=" + MN + ";Flag=9;CP=&&&&");
        assertTrue(heartbeat.replyWhenDurable().isEmpty());
        assertEquals(9013, heartbeat.replyNow().orElseThrow().command());
    }

    @Test
    void aRepeatedFrameIsAnsweredByteForByteTheSame() {
        String again = "QN=1;ST=31;CN=2011;PW=123456;MN=" + MN + ";Flag=5;CP=&&DataTime=20260101080000&&";
        assertEquals(
                new String(step(again).replyWhenDurable().orElseThrow().bytes(), StandardCharsets.US_ASCII),
                new String(step(again).replyWhenDurable().orElseThrow().bytes(), StandardCharsets.US_ASCII));
    }

    @Test
    void aFrameWithoutCommandOrContentIsRefused() {
        assertEquals(Reason.COMMAND_MISSING, reason("QN=1;ST=31;PW=123456;MN=" + MN + ";Flag=5;CP=&&&&"));
        assertEquals(Reason.COMMAND_MISSING, reason("QN=1;CN=20x1;PW=123456;MN=" + MN + ";Flag=5;CP=&&&&"));
        assertEquals(Reason.CONTENT_MISSING, reason("QN=1;ST=31;CN=2011;PW=123456;MN=" + MN + ";Flag=5&&"));
    }

    @Test
    void moreItemsThanTheLimitAreRefusedAndNotCut() {
        assertEquals(
                Reason.TOO_MANY_ITEMS,
                reason("QN=1;ST=31;CN=2011;PW=123456;MN=" + MN + ";Flag=5;CP=&&a=1;b=2;c=3;d=4&&"));
        assertEquals(Reason.IN_ORDER, reason("QN=1;ST=31;CN=2011;PW=123456;MN=" + MN + ";Flag=5;CP=&&a=1;b=2;c=3&&"));
    }

    @Test
    void anMnThatNoneCanHaveIsRefusedAndNamesNoStation() {
        Step step = step("QN=1;ST=31;CN=2011;PW=123456;MN=" + "M".repeat(65) + ";Flag=5;CP=&&&&");
        assertEquals(Reason.MN_TOO_LONG, step.report().reason());
        assertEquals(Optional.empty(), step.report().station());
    }

    @Test
    void aQnThatIsTooLongToEchoIsNotAnswered() {
        Step step = step("QN=" + "1".repeat(500) + ";ST=31;CN=2011;PW=123456;MN=" + MN + ";Flag=5;CP=&&a=1&&");
        assertEquals(Reason.IN_ORDER, step.report().reason());
        assertTrue(step.replyWhenDurable().isEmpty());
    }

    @Test
    void theStateStaysTheSameObjectWhileNothingIsLearnt() {
        Frame frame = frame("QN=1;ST=31;CN=2011;PW=123456;MN=" + MN + ";Flag=5;CP=&&a=1&&");
        SessionState once = session.step(frame, SessionState.initial()).next();
        assertSame(once, session.step(frame, once).next());
    }

    @Test
    void theDetailFitsItsColumnWhateverWasFound() {
        Report everything = new Report(
                Optional.of(MN),
                Reason.WRONG_CRC,
                2011,
                Optional.empty(),
                EnumSet.allOf(Finding.class),
                Optional.empty());
        assertTrue(everything.detail().length() <= Report.MAX_DETAIL, everything.detail());
        assertTrue(everything.detail().contains(",+"), "says how many are left out: " + everything.detail());
        assertEquals("fault=NO_TAIL", Report.garbled(Fault.NO_TAIL).detail());
        assertEquals(Set.of(), Report.garbled(Fault.NO_TAIL).findings());
    }

    private Reason reason(String segment) {
        return step(segment).report().reason();
    }

    private Step step(String segment) {
        return session.step(frame(segment), SessionState.initial());
    }

    private static Frame frame(String segment) {
        return Frame.of(FrameEncoder.encode(segment)).orElseThrow();
    }
}
