package io.stackwatch.simulator.logger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.simulator.report.Edition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A logger of 2025 with a key, and a host that issues a new one (1014). */
class EncryptedDeskTest {

    private static final LoggerKey OLD = new LoggerKey("0000000000000000");
    private static final LoggerKey YOUNG = new LoggerKey("abcdefghijklmnop");
    private static final String ISSUE =
            "QN=20261123103000000;ST=31;CN=1014;PW=123456;MN=010000A8900016F000169DC0;Flag=9;"
                    + "CP=&&SKCreateTime=20261123102959000,NewSK=abcdefghijklmnop&&";

    private final DeskFixture desk = DeskFixture.of(Edition.Y2025);

    @BeforeEach
    void giveItAKey() {
        desk.with(desk.state()
                .withKeys(Optional.of(
                        new KeyRing(OLD, Instant.parse("2026-09-01T00:00:00Z"), Optional.empty(), KeyRing.Form.RAW))));
    }

    @ParameterizedTest
    @EnumSource(KeyRing.Form.class)
    void aNewKeyThatCameEncryptedIsTaken(KeyRing.Form form) {
        List<String> answers = sealed(ISSUE, OLD, form);

        assertEquals(
                List.of(
                        "QN=20261123103000000;ST=91;CN=9011;PW=123456;MN=010000A8900016F000169DC0;Flag=8;CP=&&QnRtn=1&&",
                        "QN=20261123103000000;ST=91;CN=9012;PW=123456;MN=010000A8900016F000169DC0;Flag=8;"
                                + "CP=&&ExeRtn=1&&"),
                answers);
        KeyRing keys = desk.state().keys().orElseThrow();
        assertEquals(YOUNG, keys.current());
        assertEquals(Optional.of(OLD), keys.previous());
        assertEquals(Instant.parse("2026-11-23T02:29:59Z"), keys.created());
    }

    @Test
    void aNewKeyInClearIsRejected() {
        assertTrue(desk.segment(ISSUE).get(0).endsWith("QnRtn=2&&"));
        assertEquals(OLD, desk.state().keys().orElseThrow().current());
    }

    @Test
    void aNewKeyUnderAnUnknownKeyIsAnsweredWithSilence() {
        assertEquals(List.of(), sealed(ISSUE, YOUNG, KeyRing.Form.RAW));
        assertEquals(Handled.Reason.CHECKSUM, desk.reason());
    }

    /** A frame of the host may be under way while the key changes. */
    @Test
    void theKeyBeforeIsUnderstoodForAWhile() {
        sealed(ISSUE, OLD, KeyRing.Form.RAW);

        List<String> answers = sealed(ISSUE.replace("20261123103000000", "20261123103001000"), OLD, KeyRing.Form.RAW);

        assertTrue(answers.get(1).endsWith("ExeRtn=1&&"), answers.toString());
    }

    @Test
    void aKeyOfFifteenCharactersIsNone() {
        List<String> answers = sealed(ISSUE.replace("mnop", "mno"), OLD, KeyRing.Form.RAW);

        assertTrue(answers.get(1).endsWith("ExeRtn=3&&"), answers.toString());
        assertEquals(OLD, desk.state().keys().orElseThrow().current());
    }

    @Test
    void aLoggerWithoutAKeyKnowsNoSuchCommand() {
        desk.with(desk.state().withKeys(Optional.empty()));

        assertTrue(desk.segment(ISSUE).get(0).endsWith("QnRtn=8&&"));
    }

    @Test
    void theKeyIsInNoAnswerAndInNoLogLine() {
        List<String> answers = sealed(ISSUE, OLD, KeyRing.Form.RAW);

        assertFalse((answers + "" + desk.state()).contains("abcdefghijklmnop"));
    }

    private List<String> sealed(String segment, LoggerKey key, KeyRing.Form form) {
        return desk.frame(Frame.of(ContentCipher.seal(segment, key, form)).orElseThrow());
    }
}
