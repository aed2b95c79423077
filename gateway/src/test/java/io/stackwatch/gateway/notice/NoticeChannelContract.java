package io.stackwatch.gateway.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.alarm.AlarmLevel;
import io.stackwatch.core.notice.Address;
import io.stackwatch.core.notice.ChannelName;
import io.stackwatch.core.notice.DeliveryFault;
import io.stackwatch.core.notice.DeliveryState;
import io.stackwatch.core.notice.Notice;
import io.stackwatch.core.notice.NoticeChannel;
import io.stackwatch.core.notice.NoticeFact;
import io.stackwatch.core.notice.NoticeFixture;
import io.stackwatch.core.notice.NoticeMessage;
import io.stackwatch.core.notice.NoticeText;
import io.stackwatch.core.notice.Receipt;
import io.stackwatch.core.notice.Recipient;
import io.stackwatch.core.notice.RecipientId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a channel promises, whatever is at the other end of it. */
public abstract class NoticeChannelContract {

    /** How long the channel of a bench waits; longer than a busy machine needs. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    /** How long the impatient one waits. */
    public static final Duration IMPATIENCE = Duration.ofMillis(300);

    /** The name of a bench's channel. */
    public static final ChannelName NAME = new ChannelName("bench");

    private static final Instant TEN = Instant.parse("2026-12-01T02:00:00Z");
    private static final long LONG_ENOUGH = 60;

    /** What the other side does. */
    public enum Behaviour {
        /** It takes messages. */
        TAKES,
        /** It lets us speak and says nothing. */
        SILENT,
        /** It breaks the connection. */
        CLOSES,
        /** It says what nobody understands. */
        GARBLED,
        /** It does not know us. */
        REFUSES_US,
        /** It has too much to do. */
        BUSY
    }

    /** A channel, and the other side of it. */
    public interface Bench extends AutoCloseable {

        /** The channel. */
        NoticeChannel channel();

        /** A channel to the same other side that waits {@link #IMPATIENCE}. */
        NoticeChannel impatient();

        /** A channel to where nobody listens. */
        NoticeChannel toNobody();

        /** An address that the other side knows. */
        String address();

        /** What the other side does from now on. */
        void behave(Behaviour behaviour);

        /** What it was sent, message by message, decoded as far as the number of a message can be found in it. */
        List<String> received();

        /** The receipts that are right for a behaviour: a fault, or none for what was taken. */
        Set<DeliveryFault> faults(Behaviour behaviour);

        @Override
        void close();
    }

    private Bench bench;

    /** A new bench with a channel called {@link #NAME} that waits {@link #PATIENCE}. */
    protected abstract Bench bench();

    @BeforeEach
    void set() {
        bench = bench();
    }

    @AfterEach
    void clear() {
        bench.close();
    }

    @Test
    void aMessageIsTakenAndItsNumberIsInIt() throws InterruptedException {
        NoticeMessage message = message(1);
        assertTrue(told(message).state().told());
        assertEquals(1, bench.received().size());
        assertTrue(bench.received().get(0).contains(message.id().value()), () -> bench.received()
                .get(0));
        assertEquals(NAME, bench.channel().name());
    }

    @Test
    void aRepetitionHasTheSameNumber() throws InterruptedException {
        NoticeMessage message = message(1);
        told(message);
        told(message);
        assertEquals(2, bench.received().size());
        bench.received().forEach(one -> assertTrue(one.contains(message.id().value())));
    }

    @ParameterizedTest
    @EnumSource(Behaviour.class)
    void whateverTheOtherSideDoesIsAReceiptAndOneOnly(Behaviour behaviour) throws InterruptedException {
        bench.behave(behaviour);
        Set<DeliveryFault> right = bench.faults(behaviour);
        Receipt receipt = told(towards(behaviour), message(1));
        if (right.isEmpty()) {
            assertTrue(receipt.state().told(), receipt::toString);
        } else {
            assertEquals(DeliveryState.FAILED, receipt.state(), receipt::toString);
            assertTrue(right.contains(receipt.fault().orElseThrow()), receipt::toString);
        }
        bench.behave(Behaviour.TAKES);
        assertTrue(told(message(2)).state().told(), "and it goes on behind it");
    }

    @Test
    void whereNobodyListensIsAReceipt() throws InterruptedException {
        Receipt receipt = told(bench.toNobody(), message(1));
        assertEquals(DeliveryFault.UNREACHABLE, receipt.fault().orElseThrow());
    }

    /** Reference and fault go into logs and rows. */
    @Test
    void aReceiptHoldsNothingOfTheMessage() throws InterruptedException {
        for (Behaviour behaviour : Behaviour.values()) {
            bench.behave(behaviour);
            Receipt receipt = told(towards(behaviour), message(1));
            assertTrue(!receipt.reference().contains("颗粒物"), receipt::toString);
            assertTrue(bench.address().isEmpty() || !receipt.reference().contains(bench.address()), receipt::toString);
        }
    }

    @Test
    void textThatIsMarkupOrLongOrOfManyLinesIsTaken() throws InterruptedException {
        NoticeText hard = new NoticeText(
                "<b>\"标题\"</b> & [链接](http://x) \\ `code` 🏭 " + "长".repeat(500),
                "..\n.\n\n<script>alert(1)</script>\r\n" + "很长的正文 ".repeat(20_000),
                List.of(new NoticeFact("outlet", "排放口", "</排放口>]\"\\\n*1*")));
        NoticeMessage message = new NoticeMessage(message(1).id(), message(1).tells(), bench.address(), hard);
        assertTrue(told(message).state().told());
        assertEquals(1, bench.received().size());
        assertTrue(bench.received().get(0).contains(message.id().value()), "cut, but not its number");
    }

    @Test
    void aDigestOfAThousandIsTakenWithItsOwnNumber() throws InterruptedException {
        List<Notice> notices = IntStream.range(0, 1_000).mapToObj(this::notice).toList();
        NoticeMessage digest = NoticeMessage.digest(notices, bench.address(), Wording.digest(notices, 20));
        assertTrue(told(digest).state().told());
        assertTrue(bench.received().get(0).contains(digest.id().value()));
    }

    @Test
    void severalAtOnceGetAReceiptEach() throws InterruptedException {
        BlockingQueue<Receipt> receipts = new LinkedBlockingQueue<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            NoticeMessage message = message(i);
            threads.add(new Thread(() -> bench.channel().tell(message, receipts::add)));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        for (int i = 0; i < 8; i++) {
            Receipt receipt = receipts.poll(LONG_ENOUGH, TimeUnit.SECONDS);
            assertNotNull(receipt, "a receipt for each");
            assertTrue(receipt.state().told(), receipt::toString);
        }
        assertEquals(8, bench.received().size());
    }

    /** Nobody waits longer than need be for what never comes. */
    private NoticeChannel towards(Behaviour behaviour) {
        return behaviour == Behaviour.SILENT ? bench.impatient() : bench.channel();
    }

    /** What the channel says of a message on this bench. */
    protected final Receipt told(NoticeMessage message) throws InterruptedException {
        return told(bench.channel(), message);
    }

    /** What a channel says of a message; fails if it says nothing or says it twice. */
    protected static Receipt told(NoticeChannel channel, NoticeMessage message) throws InterruptedException {
        BlockingQueue<Receipt> receipts = new LinkedBlockingQueue<>();
        channel.tell(message, receipts::add);
        Receipt receipt = receipts.poll(LONG_ENOUGH, TimeUnit.SECONDS);
        assertNotNull(receipt, "no receipt");
        assertTrue(receipts.isEmpty(), "two receipts");
        return receipt;
    }

    /** The bench of this test. */
    protected final Bench standing() {
        return bench;
    }

    /** A message of one notice to the bench's address. */
    protected final NoticeMessage message(int number) {
        return NoticeMessage.of(notice(number), bench.address());
    }

    private Notice notice(int number) {
        Recipient officer = new Recipient(new RecipientId("officer"), List.of(new Address(NAME, bench.address())));
        return NoticeFixture.notice(number, List.of(AlarmLevel.values()).get(number % 4), TEN, officer);
    }

    /** Several faults. */
    protected static Set<DeliveryFault> any(DeliveryFault... faults) {
        return Set.copyOf(Stream.of(faults).toList());
    }
}
