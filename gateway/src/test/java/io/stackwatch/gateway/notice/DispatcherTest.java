package io.stackwatch.gateway.notice;

import static io.stackwatch.core.notice.NoticeFixture.ROBOT;
import static io.stackwatch.core.notice.NoticeFixture.SMS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.alarm.AlarmLevel;
import io.stackwatch.core.notice.Address;
import io.stackwatch.core.notice.ChannelName;
import io.stackwatch.core.notice.Delivery;
import io.stackwatch.core.notice.DeliveryFault;
import io.stackwatch.core.notice.DeliveryState;
import io.stackwatch.core.notice.Notice;
import io.stackwatch.core.notice.NoticeChannel;
import io.stackwatch.core.notice.NoticeFixture;
import io.stackwatch.core.notice.NoticeMessage;
import io.stackwatch.core.notice.Receipt;
import io.stackwatch.core.notice.Recipient;
import io.stackwatch.core.notice.RecipientId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Which notice leaves when, over which channel, and what becomes of it. */
class DispatcherTest {

    private static final Instant TEN = Instant.parse("2026-12-01T02:00:00Z");
    private static final Allowance TWENTY = new Allowance(20, Duration.ofSeconds(61), 4);
    private static final Receipt UNREACHABLE = Receipt.failed(DeliveryFault.UNREACHABLE, "");

    private final HandTime time = new HandTime(TEN);
    private final FakeOutbox outbox = new FakeOutbox();
    private final FakeLog log = new FakeLog();
    private final FakeChannel robot = new FakeChannel(ROBOT, time);
    private final FakeChannel sms = new FakeChannel(SMS, time);
    private Dispatcher dispatcher = started();

    @Test
    void aNoticeIsToldOnItsUsualChannelAndNowhereElse() {
        Notice notice = queue(1, AlarmLevel.YELLOW);
        turn();
        assertEquals(List.of(notice.id()), robot.notices());
        assertEquals(List.of(), sms.told());
        assertEquals(List.of(DeliveryState.QUEUED, DeliveryState.ACCEPTED), states(notice));
        assertTrue(outbox.settled().containsKey(notice.id()));
        turn();
        assertEquals(1, robot.told().size(), "once");
    }

    @Test
    void theWorstLeavesFirst() {
        Notice blue = queue(1, AlarmLevel.BLUE);
        Notice red = queue(2, AlarmLevel.RED);
        Notice orange = queue(3, AlarmLevel.ORANGE);
        turn();
        assertEquals(List.of(red.id(), orange.id(), blue.id()), robot.notices());
    }

    @Test
    void whatIsMoreThanTheAllowanceIsToldInOneDigestThatNamesCountsAndTheWorst() {
        for (int i = 0; i < 30; i++) {
            queue(i, i == 29 ? AlarmLevel.RED : AlarmLevel.YELLOW);
        }
        turn();
        assertEquals(16, robot.told().size(), "four of twenty stay in reserve");
        assertEquals(AlarmLevel.RED, robot.told().get(0).message().severity());
        NoticeMessage digest = robot.told().get(15).message();
        assertEquals(15, digest.tells().size());
        assertTrue(digest.text().title().contains("15 条"), digest.text().title());
        assertTrue(digest.text().title().contains("黄色 15 条"), digest.text().title());
        assertTrue(digest.text().body().contains(digest.tells().get(0).text().title()));
        assertTrue(digest.text().body().contains("另有 5 条"), digest.text().body());
        assertEquals(30, outbox.settled().size(), "each has its receipt");
        assertEquals(15, status(ROBOT).digested());
        assertEquals(30, status(ROBOT).told());
    }

    @Test
    void theReserveIsForWhatIsRed() {
        for (int i = 0; i < 30; i++) {
            queue(i, AlarmLevel.YELLOW);
        }
        turn();
        Notice blue = queue(100, AlarmLevel.BLUE);
        Notice red = queue(101, AlarmLevel.RED);
        turn();
        assertEquals(17, robot.told().size());
        assertEquals(List.of(red), robot.told().get(16).message().tells());
        assertEquals(1, status(ROBOT).waiting());
        after(Duration.ofSeconds(60));
        assertEquals(17, robot.told().size(), "a second more than a minute");
        after(Duration.ofSeconds(1));
        assertEquals(List.of(blue), robot.told().get(17).message().tells());
    }

    @Test
    void aRedNoticeThatFindsNoTokenGoesByShortMessageAtOnceAndAnOrangeOneInTenMinutes() {
        robot.answer(UNREACHABLE);
        Notice red = queue(1, AlarmLevel.RED);
        Notice orange = queue(2, AlarmLevel.ORANGE);
        turn();
        assertEquals(List.of(red.id(), orange.id()), robot.notices());
        robot.answer(message -> Optional.empty());
        turn();
        assertEquals(List.of(red.id()), sms.notices());
    }

    @Test
    void whatFailsIsTriedAgainWithLongerRestsAndThenGoesByTheNextChannel() {
        robot.answer(UNREACHABLE);
        Notice notice = queue(1, AlarmLevel.YELLOW);
        turn();
        after(Duration.ofSeconds(9));
        assertEquals(1, robot.told().size());
        after(Duration.ofSeconds(1));
        assertEquals(2, robot.told().size());
        after(Duration.ofSeconds(19));
        assertEquals(2, robot.told().size(), "twice as long");
        after(Duration.ofSeconds(1));
        assertEquals(3, robot.told().size());
        assertEquals(List.of(), sms.told());
        turn();
        assertEquals(List.of(notice.id()), sms.notices(), "three tries are enough");
        assertEquals(2, status(ROBOT).retried());
        assertEquals(3, status(ROBOT).failed());
        assertEquals(Optional.of(DeliveryFault.UNREACHABLE), status(ROBOT).fault());
        assertEquals(
                List.of(1, 1, 2, 2, 3, 3, 1, 1),
                rows(notice).stream().map(Delivery::attempt).toList());
    }

    @Test
    void whatIsNotAdmittedGoesByTheNextChannelWithoutAnotherTry() {
        robot.answer(Receipt.failed(DeliveryFault.NOT_ADMITTED, "errcode=93000"));
        Notice notice = queue(1, AlarmLevel.BLUE);
        turn();
        turn();
        assertEquals(List.of(notice.id()), sms.notices());
    }

    @Test
    void whenEveryChannelIsDownItGoesOnInRoundsAndIsGivenUpWithTheReasonAfterADay() {
        robot.answer(UNREACHABLE);
        sms.answer(UNREACHABLE);
        Notice notice = queue(1, AlarmLevel.YELLOW);
        for (int minute = 0; minute < 24 * 60; minute++) {
            after(Duration.ofMinutes(1));
        }
        int tries = robot.told().size();
        assertTrue(tries > 20 && tries < 200, "bounded back-off: " + tries);
        assertTrue(outbox.settled().containsKey(notice.id()));
        assertEquals(1, dispatcher.givenUp());
        assertEquals(DeliveryState.FAILED, states(notice).get(states(notice).size() - 1));
    }

    @Test
    void whatComesBackAfterAnHourIsToldThen() {
        robot.answer(UNREACHABLE);
        sms.answer(UNREACHABLE);
        Notice notice = queue(1, AlarmLevel.YELLOW);
        for (int minute = 0; minute < 60; minute++) {
            after(Duration.ofMinutes(1));
        }
        sms.answer(Receipt.accepted(""));
        robot.answer(Receipt.accepted(""));
        for (int minute = 0; minute < 11; minute++) {
            after(Duration.ofMinutes(1));
        }
        assertEquals(DeliveryState.ACCEPTED, states(notice).get(states(notice).size() - 1));
    }

    @Test
    void whatEveryChannelRefusesForGoodIsGivenUpAtOnce() {
        robot.answer(Receipt.failed(DeliveryFault.UNKNOWN_ADDRESS, ""));
        sms.answer(Receipt.failed(DeliveryFault.CONTENT_REFUSED, ""));
        Notice notice = queue(1, AlarmLevel.RED);
        turn();
        turn();
        turn();
        assertEquals(1, dispatcher.givenUp());
        assertTrue(outbox.settled().containsKey(notice.id()));
    }

    /** Or one poisoned text would take the channel away from all that waited beside it. */
    @Test
    void aRefusedDigestDoesNotCloseTheChannelForTheNoticesInIt() {
        for (int i = 0; i < 20; i++) {
            queue(i, AlarmLevel.YELLOW);
        }
        robot.answer(message -> Optional.of(
                message.tells().size() > 1 ? Receipt.failed(DeliveryFault.CONTENT_REFUSED, "") : Receipt.accepted("")));
        turn();
        assertEquals(15, outbox.settled().size());
        after(Duration.ofSeconds(61));
        turn();
        assertEquals(20, outbox.settled().size(), "one way or the other");
        assertEquals(0, dispatcher.givenUp());
    }

    @Test
    void aChannelThatIsNotConfiguredIsPassedOver() {
        Recipient other = new Recipient(
                new RecipientId("other"), List.of(new Address(new ChannelName("gone"), ""), new Address(SMS, "1")));
        Notice notice = NoticeFixture.notice(1, AlarmLevel.BLUE, TEN, other);
        outbox.queue(notice);
        turn();
        assertEquals(List.of(notice.id()), sms.notices());
        assertEquals(
                Optional.of(DeliveryFault.NO_SUCH_CHANNEL),
                rows(notice).get(0).receipt().fault());
    }

    @Test
    void aNoticeForANonexistentChannelAloneWaitsAndDoesNotSpin() {
        Recipient lost = new Recipient(new RecipientId("lost"), List.of(new Address(new ChannelName("gone"), "")));
        Notice notice = NoticeFixture.notice(1, AlarmLevel.RED, TEN, lost);
        outbox.queue(notice);
        turn();
        turn();
        assertEquals(1, rows(notice).size());
        after(Duration.ofDays(1));
        turn();
        assertEquals(1, dispatcher.givenUp());
    }

    /** Killed between the row and the receipt: it may have been told, and is told again, with the same number. */
    @Test
    void whatWasUnderWayWhenTheProcessDiedIsSentAgain() {
        robot.answer(message -> Optional.empty());
        Notice notice = queue(1, AlarmLevel.YELLOW);
        turn();
        robot.answer(Receipt.accepted(""));
        dispatcher = started();
        turn();
        after(Duration.ofSeconds(10));
        assertEquals(2, robot.told().size());
        assertEquals(
                robot.told().get(0).message().id(),
                robot.told().get(1).message().id());
        assertEquals(
                List.of(DeliveryState.QUEUED, DeliveryState.FAILED, DeliveryState.QUEUED, DeliveryState.ACCEPTED),
                states(notice));
    }

    @Test
    void theAllowanceHoldsOverARestart() {
        for (int i = 0; i < 30; i++) {
            queue(i, AlarmLevel.YELLOW);
        }
        robot.answer(message -> Optional.empty());
        turn();
        dispatcher = started();
        for (int second = 0; second < 60; second++) {
            after(Duration.ofSeconds(1));
        }
        assertEquals(16, robot.told().size());
    }

    @Test
    void aReceiptThatNeverComesIsAnswerEnoughAfterAWhileAndOneThatComesLateCounts() {
        List<Consumer<Receipt>> owed = new ArrayList<>();
        dispatcher = new Dispatcher(outbox, log, List.of(new ChannelLine(owing(owed), TWENTY, 10)), terms(), time);
        Notice notice = queue(1, AlarmLevel.YELLOW);
        turn();
        after(Duration.ofSeconds(119));
        assertEquals(List.of(DeliveryState.QUEUED), states(notice));
        after(Duration.ofSeconds(1));
        assertEquals(
                DeliveryFault.NO_ANSWER, rows(notice).get(1).receipt().fault().orElseThrow());
        owed.get(0).accept(Receipt.accepted("late"));
        turn();
        assertTrue(outbox.settled().containsKey(notice.id()));
        after(Duration.ofMinutes(5));
        assertEquals(1, owed.size(), "nobody is told again");
    }

    @Test
    void aChannelThatThrowsHarmsNobodyElse() {
        Notice broken = queue(1, AlarmLevel.RED);
        Notice whole = queue(2, AlarmLevel.YELLOW);
        robot.answer(message -> {
            if (message.severity() == AlarmLevel.RED) {
                throw new IllegalStateException("broken promise");
            }
            return Optional.of(Receipt.accepted(""));
        });
        turn();
        assertTrue(outbox.settled().containsKey(whole.id()));
        assertEquals(DeliveryState.FAILED, states(broken).get(1));
    }

    @Test
    void nothingLeavesWhileTheStoreIsDownAndNothingIsLost() {
        Notice notice = queue(1, AlarmLevel.RED);
        log.fail(true);
        assertThrows(IllegalStateException.class, this::turn);
        assertEquals(List.of(), robot.told());
        log.fail(false);
        turn();
        assertEquals(List.of(notice.id()), robot.notices());
    }

    @Test
    void aReceiptThatCouldNotBeKeptIsKeptLater() {
        List<Consumer<Receipt>> owed = new ArrayList<>();
        dispatcher = new Dispatcher(outbox, log, List.of(new ChannelLine(owing(owed), TWENTY, 10)), terms(), time);
        Notice notice = queue(1, AlarmLevel.RED);
        turn();
        owed.get(0).accept(Receipt.accepted(""));
        log.fail(true);
        assertThrows(IllegalStateException.class, this::turn);
        log.fail(false);
        turn();
        assertEquals(List.of(DeliveryState.QUEUED, DeliveryState.ACCEPTED), states(notice));
        assertEquals(1, owed.size());
    }

    @Test
    void whatSomebodyHasReadMeanwhileIsNotSent() {
        Notice notice = queue(1, AlarmLevel.RED);
        Receipt read = new Receipt(DeliveryState.READ, Optional.empty(), "");
        log.add(List.of(new Delivery(notice.id(), ROBOT, notice.id(), 0, read, TEN)));
        turn();
        assertEquals(List.of(), robot.told());
        assertTrue(outbox.settled().containsKey(notice.id()));
    }

    @Test
    void everyAddressOfAChannelGetsItsOwnMessages() {
        Address mine = new Address(SMS, "1");
        Address yours = new Address(SMS, "2");
        for (int i = 0; i < 20; i++) {
            outbox.queue(
                    NoticeFixture.notice(i, AlarmLevel.BLUE, TEN, new Recipient(new RecipientId("a"), List.of(mine))));
        }
        Recipient other = new Recipient(new RecipientId("b"), List.of(yours));
        outbox.queue(NoticeFixture.notice(99, AlarmLevel.BLUE, TEN.plusSeconds(1), other));
        turn();
        assertEquals(16, sms.told().size());
        assertEquals(
                List.of("2"),
                sms.told().stream()
                        .map(told -> told.message().to())
                        .filter("2"::equals)
                        .toList(),
                "the last comer of another address does not wait behind twenty");
        assertEquals(21, outbox.settled().size());
    }

    private FakeChannelThatOwes owing(List<Consumer<Receipt>> owed) {
        return new FakeChannelThatOwes(owed);
    }

    private record FakeChannelThatOwes(List<Consumer<Receipt>> owed) implements NoticeChannel {
        @Override
        public ChannelName name() {
            return ROBOT;
        }

        @Override
        public void tell(NoticeMessage message, Consumer<Receipt> receipt) {
            owed.add(receipt);
        }
    }

    private Dispatcher started() {
        return new Dispatcher(
                outbox,
                log,
                List.of(new ChannelLine(robot, TWENTY, 10), new ChannelLine(sms, TWENTY, 10)),
                terms(),
                time);
    }

    private static DispatchTerms terms() {
        return new DispatchTerms(
                Map.of(AlarmLevel.RED, Duration.ZERO, AlarmLevel.ORANGE, Duration.ofMinutes(10)),
                3,
                Duration.ofSeconds(10),
                Duration.ofMinutes(10),
                Duration.ofDays(1),
                Duration.ofMinutes(2));
    }

    private Notice queue(int number, AlarmLevel severity) {
        Notice notice = NoticeFixture.notice(number, severity, time.instant());
        outbox.queue(notice);
        return notice;
    }

    private void turn() {
        dispatcher.fire(time.instant());
    }

    private void after(Duration wait) {
        time.forward(wait);
        turn();
    }

    private List<Delivery> rows(Notice notice) {
        return log.of(List.of(notice.id())).getOrDefault(notice.id(), List.of());
    }

    private List<DeliveryState> states(Notice notice) {
        return rows(notice).stream().map(row -> row.receipt().state()).toList();
    }

    private ChannelStatus status(ChannelName name) {
        return dispatcher.statuses().stream()
                .filter(one -> one.channel().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
