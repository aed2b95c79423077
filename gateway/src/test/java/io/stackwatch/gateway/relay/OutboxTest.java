package io.stackwatch.gateway.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.records.RelayItem;
import io.stackwatch.gateway.records.RelayItem.Lane;
import io.stackwatch.gateway.relay.packet.Packet;
import io.stackwatch.gateway.relay.packet.Prepared;
import io.stackwatch.gateway.relay.packet.ReceiptKey;
import io.stackwatch.gateway.relay.target.Delivery;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What leaves when, on a timeline. A frame's bytes are its QN; {@code a|b} has two packets, {@code !} none to wait for. */
class OutboxTest {

    private static final Instant MORNING = Instant.parse("2026-03-02T00:00:00Z");
    private static final Mn STATION = new Mn("M1");

    private final HandTime time = new HandTime(MORNING);
    private final List<Outcome> outcomes = new ArrayList<>();
    private final Delivery delivery = Delivery.usual()
            .withPatience(Duration.ofSeconds(10), 3)
            .withPace(4, Duration.ofSeconds(1))
            .withRounds(3, Duration.ofMinutes(1), Duration.ofMinutes(10));
    private final Outbox outbox = new Outbox(delivery, OutboxTest::packets, outcomes::add);

    @Test
    void realtimeLeavesInOrderAndTheBacklogBehindItOnePerPause() {
        offer(old(1), old(2), fresh(3), fresh(4));

        assertEquals(List.of(3L, 4L, 1L), leaving());
        assertEquals(List.of(), leaving(), "the backlog rests");
        receipts("3", "4", "1");
        time.advance(Duration.ofSeconds(1));
        assertEquals(List.of(2L), leaving());
    }

    @Test
    void theBacklogWaitsWhileTheLedgerHoldsNewDataThatIsNotHereYet() {
        outbox.offer(List.of(old(1)), false);
        assertEquals(List.of(), leaving());
        outbox.offer(List.of(fresh(2)), true);
        assertEquals(List.of(2L, 1L), leaving());
    }

    @Test
    void theBacklogTakesNoMoreThanItsShareOfTheWindow() {
        offer(old(1), old(2));
        assertEquals(List.of(1L), leaving());
        time.advance(Duration.ofSeconds(5));
        assertEquals(List.of(), leaving(), "a quarter of 4 is under way");
        offer(fresh(3), fresh(4), fresh(5), fresh(6));
        assertEquals(List.of(3L, 4L, 5L), leaving(), "and the rest of the window is for new data");
    }

    @Test
    void aRealtimeFrameThatWaitsTooLongBecomesBacklog() {
        Letter waiting = fresh(1);
        outbox.offer(List.of(waiting), true);
        time.advance(Duration.ofMinutes(11));
        offer(fresh(2));

        assertEquals(List.of(2L, 1L), leaving());
        assertEquals(Lane.BACKLOG, waiting.lane);
    }

    @Test
    void onlyTheReceiptWithMnAndQnEndsTheWaiting() {
        offer(fresh(1));
        leaving();
        assertFalse(outbox.receipt(new ReceiptKey("M1", "2", false), time.nanos()), "another QN");
        assertFalse(outbox.receipt(new ReceiptKey("m1", "1", false), time.nanos()), "another MN");
        assertFalse(outbox.receipt(new ReceiptKey("M1", "1", true), time.nanos()), "a notice answer");
        assertEquals(1, outbox.underWay());
        assertTrue(outbox.receipt(new ReceiptKey("M1", "1", false), time.nanos()));
        assertEquals(List.of(Outcome.Kind.SENT, Outcome.Kind.RECEIPTED), kinds());
        assertFalse(outbox.receipt(new ReceiptKey("M1", "1", false), time.nanos()), "a second one is nobody's");
    }

    @Test
    void withoutAReceiptTheSameFrameLeavesAgainThreeTimesAndThenGoesBehind() {
        offer(fresh(1));
        assertEquals(List.of(1L), leaving());
        for (int resend = 1; resend <= 3; resend++) {
            time.advance(Duration.ofSeconds(9));
            assertEquals(List.of(), leaving(), "not before its time");
            time.advance(Duration.ofSeconds(1));
            assertEquals(List.of(1L), leaving());
        }
        time.advance(Duration.ofSeconds(10));
        assertEquals(List.of(), leaving());
        Outcome last = outcomes.get(outcomes.size() - 1);
        assertEquals(Outcome.Kind.BEHIND, last.kind());
        assertEquals(List.of(4, 1), List.of(last.item().attempts(), last.item().rounds()));
        assertEquals(time.instant().plus(Duration.ofMinutes(1)), last.item().nextAt());
        assertEquals(0, outbox.underWay());
    }

    @Test
    void aPlatformThatAcknowledgesNothingHoldsNoNewDataUp() {
        offer(fresh(1), fresh(2), fresh(3), fresh(4), fresh(5));
        assertEquals(List.of(1L, 2L, 3L, 4L), leaving(), "the window is full");
        time.advance(Duration.ofSeconds(10));
        List<Long> second = leaving();
        assertTrue(second.contains(5L), "after one time-out it is free: " + second);
        assertTrue(outbox.isSilent());
        Letter[] many =
                Stream.iterate(100L, n -> n + 1).limit(50).map(n -> fresh(n)).toArray(Letter[]::new);
        offer(many);
        assertEquals(50, leaving().size(), "and stays free");
        time.advance(Duration.ofSeconds(10));
        assertEquals(List.of(), leaving(), "each of them was written once");
        assertEquals(0, outbox.underWay());
    }

    @Test
    void aReceiptThatComesLateStillCountsAndTheFrameDoesNotLeaveAgain() {
        offer(fresh(1));
        for (int i = 0; i <= 4; i++) {
            leaving();
            time.advance(Duration.ofSeconds(10));
        }
        leaving();
        assertEquals(Outcome.Kind.BEHIND, outcomes.get(outcomes.size() - 1).kind());
        assertTrue(outbox.receipt(new ReceiptKey("M1", "1", false), time.nanos()));
        assertEquals(Outcome.Kind.RECEIPTED, outcomes.get(outcomes.size() - 1).kind());

        offer(old(1));
        assertEquals(List.of(), leaving(), "it was on its way back from the ledger just then");
        assertEquals(Outcome.Kind.RETURNED, outcomes.get(outcomes.size() - 1).kind());
    }

    @Test
    void aFrameThatGotNoReceiptInTheLastRoundIsGivenUp() {
        Letter tried = letter(
                new RelayItem(1, STATION, time.instant(), Lane.BACKLOG, RelayItem.State.UNRECEIPTED, 8, 2, MORNING));
        offer(tried);
        for (int i = 0; i < 4; i++) {
            assertEquals(List.of(1L), leaving());
            time.advance(Duration.ofSeconds(10));
        }
        leaving();
        assertEquals(Outcome.Kind.GIVEN_UP, outcomes.get(outcomes.size() - 1).kind());
        assertFalse(outbox.receipt(new ReceiptKey("M1", "1", false), time.nanos()), "and counts for nothing any more");
    }

    @Test
    void aSlowPlatformThatWorksItsQueueOffIsNotSentEverythingAgain() {
        offer(fresh(1), fresh(2), fresh(3), fresh(4));
        assertEquals(4, leaving().size());
        for (String qn : List.of("1", "2", "3", "4")) {
            time.advance(Duration.ofSeconds(6));
            assertEquals(List.of(), leaving(), "nothing is written twice");
            receipts(qn);
        }
        assertEquals(4, kinds().stream().filter(Outcome.Kind.RECEIPTED::equals).count());
    }

    @Test
    void aFrameThatIsPassedOverByALivelyPlatformIsSentAgain() {
        offer(fresh(1), fresh(2));
        leaving();
        time.advance(Duration.ofSeconds(9));
        receipts("2");
        time.advance(Duration.ofSeconds(1));
        assertEquals(List.of(1L), leaving());
    }

    @Test
    void whatWasUnderWayLeavesAgainAfterTheConnectionCameBackInItsOldOrder() {
        offer(fresh(1), fresh(2), fresh(3));
        leaving();
        receipts("2");
        outbox.disconnected(time.instant());
        offer(fresh(4));
        assertEquals(List.of(1L, 3L, 4L), leaving());
    }

    @Test
    void aFrameThatEndsEveryConnectionGoesBehind() {
        offer(fresh(1));
        for (int i = 0; i < 4; i++) {
            assertEquals(List.of(1L), leaving());
            outbox.disconnected(time.instant());
        }
        assertEquals(List.of(), leaving());
        assertEquals(Outcome.Kind.BEHIND, outcomes.get(outcomes.size() - 1).kind());
    }

    @Test
    void aSplitFrameIsDoneWithItsLastReceipt() {
        Letter split = letter(RelayItem.waiting(1, STATION, time.instant(), Lane.REALTIME), "a|b");
        outbox.offer(List.of(split), true);
        leaving();
        receipts("a");
        assertEquals(List.of(Outcome.Kind.SENT), kinds());
        assertEquals(List.of(new ReceiptKey("M1", "b", false)), split.open, "only the other packet is written again");
        receipts("b");
        assertEquals(List.of(Outcome.Kind.SENT, Outcome.Kind.RECEIPTED), kinds());
    }

    @Test
    void framesWithOneQnGetTheirReceiptsInTheOrderOfSending() {
        outbox.offer(
                List.of(
                        letter(RelayItem.waiting(1, STATION, time.instant(), Lane.REALTIME), "same"),
                        letter(RelayItem.waiting(2, STATION, time.instant(), Lane.REALTIME), "same")),
                true);
        leaving();
        receipts("same");
        assertEquals(1, outcomes.get(outcomes.size() - 1).item().sequence());
        receipts("same");
        assertEquals(2, outcomes.get(outcomes.size() - 1).item().sequence());
    }

    @Test
    void aFrameThatAsksForNothingIsDoneWhenItIsWrittenAndNotBefore() {
        Letter silent = letter(RelayItem.waiting(1, STATION, time.instant(), Lane.REALTIME), "!");
        outbox.offer(List.of(silent), true);
        leaving();
        outbox.disconnected(time.instant());
        assertEquals(List.of(), kinds(), "the connection ended before it was written");
        assertEquals(List.of(1L), leaving());
        outbox.written(silent);
        assertEquals(List.of(Outcome.Kind.WRITTEN), kinds());
    }

    @Test
    void aFrameThatCannotBeMadeIsRefusedAndTheNextLeaves() {
        outbox.offer(
                List.of(
                        letter(RelayItem.waiting(1, STATION, time.instant(), Lane.REALTIME), "refuse"),
                        letter(RelayItem.waiting(2, STATION, time.instant(), Lane.REALTIME), "throw"),
                        fresh(3)),
                true);
        assertEquals(List.of(3L), leaving());
        assertEquals(
                List.of(Optional.of(Prepared.Why.TOO_LONG), Optional.of(Prepared.Why.FAILED)),
                outcomes.stream().limit(2).map(Outcome::why).toList());
    }

    @Test
    void whatIsTooMuchForMemoryGoesBackToTheLedger() {
        List<Letter> many = new ArrayList<>();
        for (long n = 1; n <= Outbox.BACKLOG_HELD + 5; n++) {
            many.add(old(n));
        }
        outbox.offer(many, true);
        leaving();
        assertEquals(Outbox.BACKLOG_HELD, outbox.backlogWaiting() + outbox.underWay());
        assertEquals(5, kinds().stream().filter(Outcome.Kind.RETURNED::equals).count());
    }

    private void offer(Letter... letters) {
        outbox.offer(Arrays.asList(letters), true);
    }

    private List<Long> leaving() {
        outbox.tick(time.instant(), time.nanos());
        List<Long> left = new ArrayList<>();
        Optional<Letter> next = outbox.next(time.instant(), time.nanos());
        while (next.isPresent()) {
            left.add(next.get().sequence);
            next = outbox.next(time.instant(), time.nanos());
        }
        return left;
    }

    private void receipts(String... qns) {
        for (String qn : qns) {
            assertTrue(outbox.receipt(new ReceiptKey("M1", qn, false), time.nanos()), qn);
        }
    }

    private List<Outcome.Kind> kinds() {
        return outcomes.stream().map(Outcome::kind).toList();
    }

    private Letter fresh(long n) {
        return letter(RelayItem.waiting(n, STATION, time.instant(), Lane.REALTIME));
    }

    private Letter old(long n) {
        return letter(RelayItem.waiting(n, STATION, time.instant().minus(Duration.ofHours(2)), Lane.BACKLOG));
    }

    private static Letter letter(RelayItem item) {
        return letter(item, String.valueOf(item.sequence()));
    }

    private static Letter letter(RelayItem item, String qns) {
        return new Letter(item, item.lane(), qns.getBytes(StandardCharsets.UTF_8));
    }

    private static Prepared packets(Mn station, Instant arrivedAt, byte[] bytes, boolean backlog) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return switch (text) {
            case "refuse" -> new Prepared.Refused(Prepared.Why.TOO_LONG);
            case "throw" -> throw new IllegalStateException("planted");
            case "!" -> new Prepared.Ready(List.of(new Packet(bytes, Optional.empty())));
            default ->
                new Prepared.Ready(Stream.of(text.split("\\|", -1))
                        .map(qn -> new Packet(bytes, Optional.of(new ReceiptKey(station.value(), qn, false))))
                        .toList());
        };
    }
}
