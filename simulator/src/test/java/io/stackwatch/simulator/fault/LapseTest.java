package io.stackwatch.simulator.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stackwatch.simulator.logger.DeskFixture;
import io.stackwatch.simulator.logger.FrameSeal.Treatment;
import io.stackwatch.simulator.logger.Handled;
import io.stackwatch.simulator.logger.LoggerState;
import io.stackwatch.simulator.report.Edition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What each lapse makes of the answers to a request for two hours, or of an order. */
class LapseTest {

    private static final Instant HALF_PAST_TEN = DeskFixture.HALF_PAST_TEN;
    private static final String READY =
            "QN=20261123103000000;ST=91;CN=9011;PW=123456;MN=010000A8900016F000169DC0;Flag=4;CP=&&QnRtn=1&&";
    private static final String DONE =
            "QN=20261123103000000;ST=91;CN=9012;PW=123456;MN=010000A8900016F000169DC0;Flag=4;CP=&&ExeRtn=1&&";
    private static final String EIGHT = "HOUR 20261123080000 from the record";
    private static final String NINE = "HOUR 20261123090000 from the record";

    private final DeskFixture desk = DeskFixture.of(Edition.Y2017);

    @Test
    void withoutALapseTheAnswersAreRight() {
        assertEquals(List.of(READY, EIGHT, NINE, DONE), hours(new Lapses(List.of())));
    }

    @Test
    void aSlowAnswerWaitsFirst() {
        assertEquals(List.of("wait PT15S", READY, EIGHT, NINE, DONE), hours(LapseKind.SLOW_ANSWER));
    }

    @Test
    void aSlowResultWaitsBeforeIt() {
        assertEquals(List.of(READY, EIGHT, NINE, "wait PT15S", DONE), hours(LapseKind.SLOW_RESULT));
    }

    @Test
    void aRefusalDoesNothing() {
        assertEquals(List.of(READY.replace("QnRtn=1", "QnRtn=2")), order(LapseKind.REFUSE, 2));
        assertEquals(Duration.ofSeconds(30), desk.state().habits().realtime());
    }

    @Test
    void aFailureDoesNothingAndSaysSoInTheEnd() {
        assertEquals(List.of(READY, DONE.replace("ExeRtn=1", "ExeRtn=6")), order(LapseKind.FAIL, 6));
        assertEquals(Duration.ofSeconds(30), desk.state().habits().realtime());
    }

    /** Control: the same order is carried out without a lapse. */
    @Test
    void withoutALapseTheOrderIsCarriedOut() {
        assertEquals(List.of(READY, DONE), order(new Lapses(List.of())));
        assertEquals(Duration.ofMinutes(1), desk.state().habits().realtime());
    }

    @Test
    void aWrongNumberIsInAllThatBelongsToTheDialogue() {
        String other = "QN=20261123103000001";
        assertEquals(
                List.of(
                        READY.replace("QN=20261123103000000", other),
                        EIGHT,
                        NINE,
                        DONE.replace("QN=20261123103000000", other)),
                hours(LapseKind.WRONG_QN));
    }

    /** HJ/T 212-2005 has the number in the content. */
    @Test
    void aWrongNumberOf2005IsInTheContent() {
        DeskFixture old = DeskFixture.of(Edition.Y2005);
        LoggerState before = old.state();
        old.ask("1061", "");

        Handled handled = lapses(LapseKind.WRONG_QN, 2).answer(old.handled(), before, HALF_PAST_TEN);

        assertEquals(
                "ST=91;CN=9011;PW=123456;MN=010000A8900016F000169DC0;Flag=0;CP=&&QN=20261123103000001;QnRtn=1&&",
                DeskFixture.lines(handled.answers()).get(0));
    }

    @Test
    void halfwayIsAfterTheFirstPacketOfData() {
        assertEquals(List.of(READY, EIGHT, "hang up"), hours(LapseKind.DIE_HALFWAY));
        assertEquals(List.of(READY, "hang up"), order(LapseKind.DIE_HALFWAY, 2));
    }

    @Test
    void deathAfterTheFirstAnswerComesBeforeAnyData() {
        assertEquals(List.of(READY, "hang up"), hours(LapseKind.DIE_AFTER_9011));
        assertEquals(false, desk.state().busy());
    }

    @Test
    void everythingTwiceIsEverythingTwice() {
        assertEquals(List.of(READY, READY, EIGHT, EIGHT, NINE, NINE, DONE, DONE), hours(LapseKind.ANSWER_TWICE));
    }

    @Test
    void silenceDoesNothingEither() {
        assertEquals(List.of(), order(LapseKind.SILENT_TO_REQUESTS, 2));
        assertEquals(Duration.ofSeconds(30), desk.state().habits().realtime());
    }

    @Test
    void wrongChecksumsAreThoseOfTheDialogue() {
        assertEquals(List.of(READY + " spoiled", EIGHT, NINE, DONE + " spoiled"), hours(LapseKind.WRONG_CRC_ANSWER));
    }

    @Test
    void aFrameThatIsAnsweredWithSilenceIsSoWithALapseToo() {
        LoggerState before = desk.state();
        desk.ask("9014", "");
        Handled silence = desk.handled();

        assertSame(silence, lapses(LapseKind.REFUSE, 2).answer(silence, before, HALF_PAST_TEN));
    }

    @Test
    void outsideItsTimeALapseDoesNotStrike() {
        Lapse earlier = lapse(LapseKind.REFUSE, HALF_PAST_TEN.minusSeconds(60), HALF_PAST_TEN, 1);

        assertEquals(List.of(READY, DONE), order(new Lapses(List.of(earlier))));
    }

    @Test
    void everySecondRequestIsHit() {
        Lapses lapses = new Lapses(List.of(lapse(LapseKind.REFUSE, HALF_PAST_TEN, HALF_PAST_TEN.plusSeconds(1), 2)));

        assertEquals(2, order(lapses).size());
        assertEquals(1, order(lapses).size());
        assertEquals(1, lapses.hits());
    }

    @Test
    void healingForgets() {
        Lapses lapses = lapses(LapseKind.REFUSE, 2);
        lapses.heal();

        assertEquals(2, order(lapses).size());
    }

    @Test
    void lapsesOfTheCipherDoNotTouchAnswersAndTheOthersNotTheCipher() {
        Lapses clear = lapses(LapseKind.PLAINTEXT, 2);

        assertEquals(List.of(READY, EIGHT, NINE, DONE), hours(clear));
        assertEquals(Treatment.IN_CLEAR, clear.seal(HALF_PAST_TEN));
        assertEquals(Treatment.OLD_KEY, lapses(LapseKind.OLD_KEY, 2).seal(HALF_PAST_TEN));
        assertEquals(Treatment.RIGHT, lapses(LapseKind.REFUSE, 2).seal(HALF_PAST_TEN));
        assertEquals(Treatment.RIGHT, clear.seal(HALF_PAST_TEN.minusSeconds(1)));
    }

    @Test
    void aLapseMustEndAfterItBegins() {
        assertThrows(IllegalArgumentException.class, () -> lapse(LapseKind.REFUSE, HALF_PAST_TEN, HALF_PAST_TEN, 1));
    }

    private List<String> hours(LapseKind kind) {
        return hours(lapses(kind, 2));
    }

    private List<String> hours(Lapses lapses) {
        return asked(lapses, "2061", "BeginTime=20261123080000;EndTime=20261123090000");
    }

    private List<String> order(LapseKind kind, int code) {
        return order(lapses(kind, code));
    }

    private List<String> order(Lapses lapses) {
        return asked(lapses, "1062", "RtdInterval=60");
    }

    private List<String> asked(Lapses lapses, String command, String content) {
        LoggerState before = desk.state();
        desk.ask(command, content);
        Handled handled = lapses.answer(desk.handled(), before, HALF_PAST_TEN);
        desk.with(handled.state());
        return DeskFixture.lines(handled.answers());
    }

    private static Lapses lapses(LapseKind kind, int code) {
        return new Lapses(
                List.of(new Lapse(kind, HALF_PAST_TEN, HALF_PAST_TEN.plusSeconds(1), 1, Lapse.USUAL_PAUSE, code)));
    }

    private static Lapse lapse(LapseKind kind, Instant from, Instant to, int every) {
        return new Lapse(kind, from, to, every, Lapse.USUAL_PAUSE, Lapse.USUAL_CODE);
    }
}
