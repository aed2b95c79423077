package io.stackwatch.connectors.hj212.exchange;

import static io.stackwatch.connectors.hj212.exchange.ExchangeFixture.QN;
import static io.stackwatch.connectors.hj212.exchange.ExchangeFixture.at;
import static io.stackwatch.connectors.hj212.exchange.ExchangeFixture.order;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Requests to loggers that are slow, refuse, answer twice or die half-way, second by second (HJ 212-2017 6.2). */
class ExchangeTimelineTest {

    private static final String RANGE = "BeginTime=20261124050000";
    private static final String END = "EndTime=20261124060000";

    /** One exchange that is played with; frames go through the matching as they would in the gateway. */
    private static final class Timeline {

        private final Matching matching = new Matching(true);
        private Exchange exchange;

        private Timeline(Exchange exchange) {
            this.exchange = exchange;
        }

        static Timeline sent(ExchangeOrder order, AnswerPattern pattern) {
            return new Timeline(ExchangeFixture.sent(1, order, pattern));
        }

        Timeline frame(String time, int command, String content) {
            return frame(time, QN, command, content);
        }

        Timeline frame(String time, String qn, int command, String content) {
            Optional<Exchange> known = qn.equals(QN) ? Optional.of(exchange) : Optional.empty();
            List<Exchange> open = exchange.state().isOpen() ? List.of(exchange) : List.of();
            Match match = matching.of(ExchangeFixture.frame(qn, command, content, time), open, known);
            exchange = match.match(ours -> ours.exchange().after(ours.event()), stray -> exchange, () -> exchange);
            return this;
        }

        /** Time passes: deadlines that lie before are dealt with, and what is to be sent again, is. */
        Timeline passes(String until) {
            Instant now = at(until);
            while (exchange.dueAt().filter(due -> !due.isAfter(now)).isPresent()) {
                Instant due = exchange.dueAt().get();
                exchange = exchange.after(ExchangeEvent.timedOut(due));
                if (exchange.state() == ExchangeState.RESENDING) {
                    exchange = exchange.after(ExchangeEvent.sent(exchange.attempts() + 1, due));
                }
            }
            return this;
        }

        Timeline expect(ExchangeState state, Deviation... deviations) {
            assertEquals(state, exchange.state());
            assertEquals(Set.of(deviations), exchange.deviations());
            return this;
        }

        Timeline expectAttempts(int attempts) {
            assertEquals(attempts, exchange.attempts());
            return this;
        }

        Timeline expectData(int frames) {
            assertEquals(frames, exchange.dataFrames());
            return this;
        }

        Timeline expectDue(String time) {
            assertEquals(Optional.of(at(time)), exchange.dueAt());
            return this;
        }
    }

    @Test
    void aSlowLoggerAnswersTheFirstResend() {
        Timeline.sent(order(1011), AnswerPattern.RESPONSE)
                .expectDue("08:00:10")
                .passes("08:00:09")
                .expectAttempts(1)
                .passes("08:00:10")
                .expectAttempts(2)
                .expect(ExchangeState.AWAITING_ANSWER)
                .frame("08:00:12", 9011, "QnRtn=1")
                .expect(ExchangeState.EXECUTING)
                .frame("08:00:13", 1011, "SystemTime=20261124080013")
                .frame("08:00:13", 9012, "ExeRtn=1")
                .expectAttempts(2)
                .expectData(1)
                .expect(ExchangeState.DONE);
    }

    @Test
    void withoutAnyAnswerTheRequestIsSentFourTimesAndCommunicationIsLost() {
        Timeline.sent(order(1011), AnswerPattern.RESPONSE)
                .passes("08:00:39")
                .expectAttempts(4)
                .expect(ExchangeState.AWAITING_ANSWER)
                .passes("08:00:40")
                .expectAttempts(4)
                .expect(ExchangeState.NO_ANSWER);
    }

    @Test
    void afterTheAnswerNothingIsSentAgain() {
        Timeline.sent(order(1062, "RtdInterval=30"), AnswerPattern.RESULT)
                .frame("08:00:01", 9011, "QnRtn=1")
                .expectDue("08:01:01")
                .passes("08:01:00")
                .expect(ExchangeState.EXECUTING)
                .passes("08:01:01")
                .expectAttempts(1)
                .expect(ExchangeState.NO_RESULT);
    }

    @Test
    void aLoggerThatRefusesIsNotAskedAgain() {
        for (String code : List.of("2", "3")) {
            Timeline refused = Timeline.sent(order(1011), AnswerPattern.RESPONSE)
                    .frame("08:00:01", 9011, "QnRtn=" + code)
                    .expect(ExchangeState.REFUSED)
                    .expectAttempts(1);
            assertEquals(Optional.of(Integer.valueOf(code)), refused.exchange.answer());
            assertEquals(Optional.of(at("08:00:01")), refused.exchange.endedAt());
        }
    }

    @Test
    void aResultOtherThanSuccessFails() {
        Timeline failed = Timeline.sent(order(2061, RANGE, END), AnswerPattern.HISTORY)
                .frame("08:00:01", 9011, "QnRtn=1")
                .frame("08:00:02", 9012, "ExeRtn=100")
                .expect(ExchangeState.FAILED);
        assertEquals(Optional.of(100), failed.exchange.result());
    }

    @Test
    void everyFrameOfHistoryGivesTheNextOneItsTime() {
        Timeline.sent(order(2061, RANGE, END), AnswerPattern.HISTORY)
                .frame("08:00:01", 9011, "QnRtn=1")
                .frame("08:00:30", "20261124080030000", 2061, "DataTime=20261124050000;a21026-Avg=1.0")
                .expectDue("08:01:30")
                .frame("08:01:20", "20261124080120000", 2061, "DataTime=20261124060000;a21026-Avg=1.0")
                .expectDue("08:02:20")
                .expectData(2)
                .frame("08:02:00", 9012, "ExeRtn=1")
                .expect(ExchangeState.DONE);
    }

    @Test
    void anHourOutsideTheAskedRangeIsAnOrdinaryUpload() {
        Timeline.sent(order(2061, RANGE, END), AnswerPattern.HISTORY)
                .frame("08:00:01", 9011, "QnRtn=1")
                .frame("08:00:30", "20261124080030000", 2061, "DataTime=20261124070000;a21026-Avg=1.0")
                .expectData(0)
                .expectDue("08:01:01");
    }

    @Test
    void historyThatNeverEndsIsWaitedForAnHourAndNoLonger() {
        Timeline line =
                Timeline.sent(order(2051, RANGE, END), AnswerPattern.HISTORY).frame("08:00:01", 9011, "QnRtn=1");
        for (int minute = 0; minute < 60; minute++) {
            String time = "08:%02d:40".formatted(minute);
            line.frame(time, "202611240800400%02d".formatted(minute), 2051, "DataTime=20261124050000;a21026-Avg=1.0");
        }
        line.expectData(60).expectDue("09:00:00").passes("09:00:00").expect(ExchangeState.NO_RESULT);
    }

    @Test
    void anHourThatCameBeforeTheAnswerIsKeptAndTheRequestIsSentAgain() {
        Timeline.sent(order(2061, RANGE, END), AnswerPattern.HISTORY)
                .frame("08:00:05", "20261124080005000", 2061, "DataTime=20261124060000;a21026-Avg=1.0")
                .expect(ExchangeState.AWAITING_ANSWER)
                .expectData(1)
                .passes("08:00:10")
                .expectAttempts(2);
    }

    @Test
    void aParameterMayComeWithoutAnswerAndWithoutResult() {
        Timeline.sent(order(1061), AnswerPattern.RESPONSE)
                .frame("08:00:01", 1061, "RtdInterval=30")
                .expect(ExchangeState.EXECUTING, Deviation.DATA_BEFORE_ANSWER)
                .passes("08:01:01")
                .expect(ExchangeState.DONE, Deviation.DATA_BEFORE_ANSWER, Deviation.RESULT_MISSING);
    }

    @Test
    void aResultMayComeWithoutAnAnswer() {
        Timeline.sent(order(1062, "RtdInterval=30"), AnswerPattern.RESULT)
                .frame("08:00:01", 9012, "ExeRtn=1")
                .expect(ExchangeState.DONE, Deviation.RESULT_WITHOUT_ANSWER);
    }

    @Test
    void aLoggerThatAnswersTwiceIsDoneOnce() {
        Timeline twice = Timeline.sent(order(1061), AnswerPattern.RESPONSE)
                .frame("08:00:01", 9011, "QnRtn=1")
                .frame("08:00:02", 9011, "QnRtn=1")
                .expect(ExchangeState.EXECUTING, Deviation.REPEATED_ANSWER)
                .expectDue("08:01:01")
                .frame("08:00:03", 1061, "RtdInterval=30")
                .frame("08:00:04", 9012, "ExeRtn=1")
                .expect(ExchangeState.DONE, Deviation.REPEATED_ANSWER)
                .frame("08:00:05", 9012, "ExeRtn=2")
                .frame("08:00:06", 1061, "RtdInterval=30")
                .expect(ExchangeState.DONE, Deviation.REPEATED_ANSWER, Deviation.BEHIND_THE_END)
                .expectData(1);
        assertEquals(Optional.of(1), twice.exchange.result(), "the first result stands");
        assertEquals(Optional.of(at("08:00:04")), twice.exchange.endedAt());
    }

    @Test
    void whatComesBehindALostResultIsKeptAndChangesNothing() {
        Timeline.sent(order(1062, "RtdInterval=30"), AnswerPattern.RESULT)
                .frame("08:00:01", 9011, "QnRtn=1")
                .passes("08:01:01")
                .frame("08:05:00", 9012, "ExeRtn=1")
                .expect(ExchangeState.NO_RESULT, Deviation.BEHIND_THE_END);
    }

    @Test
    void aStreamWorksWithItsFirstUploadAndItsResultIsNoDeviation() {
        Timeline.sent(order(2011), AnswerPattern.STREAM)
                .frame("08:00:01", "20261124080001000", 2011, "DataTime=20261124080001;a21026-Rtd=1.0")
                .expect(ExchangeState.AWAITING_ANSWER)
                .frame("08:00:02", 9011, "QnRtn=1")
                .frame("08:00:31", "20261124080031000", 2011, "DataTime=20261124080031;a21026-Rtd=1.0")
                .expect(ExchangeState.DONE)
                .frame("08:00:32", 9012, "ExeRtn=1")
                .expect(ExchangeState.DONE);
    }

    @Test
    void aNoticeEndsWithItsAnswer() {
        Timeline.sent(order(2012), AnswerPattern.NOTICE)
                .frame("08:00:01", 9013, "")
                .expect(ExchangeState.DONE);
    }

    @Test
    void aPacketThatCouldNotBeWrittenWasNotSent() {
        Timeline line = Timeline.sent(order(1011), AnswerPattern.RESPONSE);
        line.exchange = line.exchange.after(ExchangeEvent.notWritten("NOT_CONNECTED", at("08:00:00")));
        line.expect(ExchangeState.QUEUED).expectAttempts(0);
        assertEquals(Optional.empty(), line.exchange.sentAt());
        assertEquals(Optional.of(at("08:00:00").plus(Duration.ofDays(1))), line.exchange.dueAt());
    }

    @Test
    void aStationThatLeavesBetweenTwoSendingsIsWaitedForUntilTheOrderExpires() {
        Timeline line = Timeline.sent(order(1011), AnswerPattern.RESPONSE);
        line.exchange = line.exchange
                .after(ExchangeEvent.timedOut(at("08:00:10")))
                .after(ExchangeEvent.sent(2, at("08:00:10")))
                .after(ExchangeEvent.notWritten("NOT_CONNECTED", at("08:00:10")));
        line.expect(ExchangeState.RESENDING).expectAttempts(1);
        line.exchange =
                line.exchange.after(ExchangeEvent.timedOut(at("08:00:00").plus(Duration.ofDays(1))));
        line.expect(ExchangeState.NO_ANSWER);
    }

    @Test
    void theAbsenceOfThisProgramIsNotTheStationsSilence() {
        Timeline line = Timeline.sent(order(1062, "RtdInterval=30"), AnswerPattern.RESULT)
                .frame("08:00:01", 9011, "QnRtn=1");
        line.exchange = line.exchange.after(ExchangeEvent.resumed(at("08:30:00")));
        line.expectDue("08:31:00").frame("08:30:20", 9012, "ExeRtn=1").expect(ExchangeState.DONE);
    }

    @Test
    void aControlThatNobodyReleasesExpiresAndAReleasedOneHasItsTimeAnew() {
        Exchange ordered = ExchangeFixture.ordered(1, order(1072, "NewPW=654321"), ExchangeFixture.control());
        assertEquals(Optional.of(at("08:10:00")), ordered.dueAt());
        assertEquals(
                ExchangeState.EXPIRED,
                ordered.after(ExchangeEvent.timedOut(at("08:10:00"))).state());
        Exchange released = ordered.after(ExchangeEvent.released("Li", at("08:09:00")));
        assertEquals(Optional.of(at("08:19:00")), released.dueAt());
        assertTrue(released.takes(ExchangeEvent.sent(1, at("08:18:59"))));
        assertFalse(released.takes(ExchangeEvent.sent(1, at("08:19:00"))), "expired before it could be sent");
    }

    @Test
    void aReleaseAtTheEndOfTheTimeIsTooLate() {
        Exchange ordered = ExchangeFixture.ordered(1, order(1072, "NewPW=654321"), ExchangeFixture.control());
        assertTrue(ordered.takes(ExchangeEvent.released("Li", at("08:09:59"))));
        assertFalse(ordered.takes(ExchangeEvent.released("Li", at("08:10:00"))));
    }

    @Test
    void whatWasSentOnceMayBeSentAgainBehindItsTime() {
        Exchange resending = ExchangeFixture.sent(1, order(1011), AnswerPattern.RESPONSE)
                .after(ExchangeEvent.timedOut(at("08:00:10")));
        assertTrue(resending.takes(
                ExchangeEvent.sent(2, at("08:00:00").plus(Duration.ofDays(1)).plusSeconds(1))));
    }
}
