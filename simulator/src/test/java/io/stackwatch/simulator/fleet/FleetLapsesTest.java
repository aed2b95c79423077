package io.stackwatch.simulator.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.connectors.hj212.codec.CrcKind;
import io.stackwatch.connectors.hj212.codec.Frame;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lapses as the host sees them, told while the fleet runs or planned in its scenario. */
class FleetLapsesTest {

    private static final String QUIET = "realtime: 0";
    // half an hour before the fleet's clock: nothing that a logger says by itself has such a number
    private static final String FIRST = "20261123093000000";
    private static final String SECOND = "20261123093001000";
    private static final String HOURS = "BeginTime=20261123060000;EndTime=20261123090000";

    private AskedFleet asked;
    private AskingHost host;

    @BeforeEach
    void open() throws Exception {
        asked = new AskedFleet();
        host = asked.host();
    }

    @AfterEach
    void close() throws Exception {
        asked.close();
    }

    @Test
    void aPlannedRefusalHasItsCode() throws Exception {
        asked.start(1, "edition: 2017", QUIET, "minute: 0", "faults:", "  - {kind: refuse, code: 100, from: start-1h}");

        ask(FIRST, "1061", "");

        host.await("the refusal", it -> it.dialogue(FIRST).size() == 1);
        assertTrue(host.dialogue(FIRST).get(0).contains(";CN=9011;"));
        assertTrue(host.dialogue(FIRST).get(0).contains("QnRtn=100"));
    }

    /** The packets of the dialogue have a checksum that no algorithm gives; the one after healing is right. */
    @Test
    void wrongChecksumsCanBeToldAndHealed() throws Exception {
        start();
        assertEquals(
                "wrong-crc-answer on 1 logger(s) until 2026-11-23T03",
                asked.command("fault all wrong-crc-answer").substring(0, 51));
        ask(FIRST, "1061", "");
        host.await("the spoiled result", it -> it.dialogue(FIRST).size() == 3);
        assertTrue(
                host.dialogue(FIRST).stream().allMatch(packet -> kinds(packet) == 0),
                host.dialogue(FIRST).toString());

        asked.command("heal all");
        ask(SECOND, "1061", "");

        host.await("the right result", it -> it.dialogue(SECOND).size() == 3);
        assertTrue(host.dialogue(SECOND).stream().allMatch(packet -> kinds(packet) > 0));
        assertEquals(1, AskedFleet.await(asked.fleet().status()).spoiled());
    }

    @Test
    void halfwayItHangsUpComesBackAndAnswersTheSameRequestThen() throws Exception {
        start();
        asked.command("fault all die-halfway");
        ask(FIRST, "2061", HOURS);
        host.await("it comes back", it -> it.connections() == 2);
        assertEquals(1, host.packets("2061").size());
        assertEquals(List.of(), host.packets("9012"));

        asked.command("heal all");
        ask(FIRST, "2061", HOURS);

        host.await("the result", it -> it.packets("9012").size() == 1);
        assertEquals(5, host.packets("2061").size());
    }

    @Test
    void afterItsFirstAnswerItHangsUpBeforeAnyData() throws Exception {
        start();
        asked.command("fault all die-after-9011");

        ask(FIRST, "2061", HOURS);

        host.await("it comes back", it -> it.connections() == 2);
        assertEquals(1, host.packets("9011").size());
        assertEquals(List.of(), host.packets("2061"));
    }

    @Test
    void answersComeTwice() throws Exception {
        start();
        asked.command("fault all answer-twice");

        ask(FIRST, "1061", "");

        host.await("six answers", it -> it.dialogue(FIRST).size() == 6);
        assertEquals(2, host.packets("9012").size());
    }

    @Test
    void theNumberIsWrong() throws Exception {
        start();
        asked.command("fault all wrong-qn");

        ask(FIRST, "1061", "");

        host.await("answers to nobody", it -> it.dialogue("20261123093000001").size() == 3);
        assertEquals(List.of(), host.dialogue(FIRST));
    }

    /** The fence is the answer to the second request, which is not hit. */
    @Test
    void everySecondRequestMeetsSilence() throws Exception {
        start();
        asked.command("fault all silent-to-requests every 2");
        ask(SECOND, "1063", "");
        host.await("the first one's result", it -> it.dialogue(SECOND).size() == 3);

        ask(FIRST, "1061", "");
        ask("20261123093002000", "1061", "");

        host.await(
                "the third one's result", it -> it.dialogue("20261123093002000").size() == 3);
        assertEquals(List.of(), host.dialogue(FIRST));
    }

    /** The second request overtakes the first, whose answer is slow. */
    @Test
    void aSlowAnswerIsOvertakenByTheNext() throws Exception {
        start();
        asked.command("fault all slow-answer pause 1s every 2");
        ask("20261123093002000", "1063", "");
        host.await(
                "the first one's result", it -> it.dialogue("20261123093002000").size() == 3);

        ask(FIRST, "1061", "");
        ask(SECOND, "1061", "");

        host.await("all results", it -> it.packets("9012").size() == 3);
        List<String> results = host.packets("9012");
        assertTrue(results.get(1).contains(SECOND), results.toString());
        assertTrue(results.get(2).contains(FIRST), results.toString());
    }

    /** What was not said when the connection ended is not said on the next one. */
    @Test
    void aSlowAnswerDiesWithItsConnection() throws Exception {
        start();
        asked.command("fault all slow-result pause 1s every 2");
        ask("20261123093002000", "1063", "");
        host.await(
                "the first one's result", it -> it.dialogue("20261123093002000").size() == 3);
        ask(FIRST, "1061", "");
        host.await("the parameter", it -> it.dialogue(FIRST).size() == 2);

        asked.command("cut all for 1s");
        host.await("it comes back", it -> it.connections() == 2);
        ask(SECOND, "1061", "");
        asked.command("heal all");
        asked.command("fault all slow-answer pause 1s");
        ask("20261123093003000", "1061", "");

        host.await(
                "a fence of one second", it -> it.dialogue("20261123093003000").size() == 3);
        assertEquals(2, host.dialogue(FIRST).size());
        assertEquals(3, host.dialogue(SECOND).size());
    }

    @Test
    void aCommandThatMakesNoSenseSaysWhatDoes() throws Exception {
        start();

        assertEquals("no fault 'bad-luck'; try help", asked.command("fault all bad-luck"));
        assertEquals("no duration 'long'; try help", asked.command("fault all slow-answer pause long"));
        assertEquals("no duration '0s'; try help", asked.command("fault all refuse for 0s"));
        assertEquals(
                "no pause below zero and no code above 999; try help", asked.command("fault all refuse code 1000"));
        assertTrue(asked.command("help").contains("die-halfway"));
    }

    private void start() throws Exception {
        asked.start(1, "edition: 2017", QUIET, "minute: 0");
    }

    private void ask(String number, String command, String content) throws Exception {
        host.ask("QN=" + number + ";ST=31;CN=" + command + ";PW=123456;MN=A1;Flag=5;CP=&&" + content + "&&");
    }

    /** How many of the known algorithms a packet's checksum fits. */
    private static int kinds(String packet) {
        Frame frame = Frame.of(packet.getBytes(StandardCharsets.ISO_8859_1)).orElseThrow();
        return frame.crcMatches().contains(CrcKind.HJ212)
                ? 1
                : frame.crcMatches().size();
    }
}
