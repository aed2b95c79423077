package io.stackwatch.core.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.alarm.AlarmLevel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a notice is, and what is not one. */
class NoticeTest {

    private static final Instant TEN = Instant.parse("2026-12-01T02:00:00Z");

    @Test
    void theSameSubjectOccasionAndRecipientAreTheSameNotice() {
        NoticeSubject file = new NoticeSubject.OfCase("listing:371500:2026-11");
        RecipientId head = new RecipientId("head");
        assertEquals(NoticeId.of(file, "OPENED", head), NoticeId.of(file, "OPENED", head));
        assertNotEquals(NoticeId.of(file, "OPENED", head), NoticeId.of(file, "OPENED:2", head));
        assertNotEquals(NoticeId.of(file, "OPENED", head), NoticeId.of(file, "OPENED", new RecipientId("deputy")));
    }

    /** Or a text that moved over a border would be another notice's id. */
    @Test
    void whereOnePartEndsAndTheNextBeginsCounts() {
        assertNotEquals(
                NoticeId.of(new NoticeSubject.OfCase("a"), "bc", new RecipientId("d")),
                NoticeId.of(new NoticeSubject.OfCase("ab"), "c", new RecipientId("d")));
    }

    @Test
    void aSubjectIsReadBackFromItsKindAndId() {
        Notice alarm = NoticeFixture.notice(1, AlarmLevel.RED, TEN);
        assertEquals(
                alarm.subject(),
                NoticeSubject.of(alarm.subject().kind(), alarm.subject().id()));
        NoticeSubject file = new NoticeSubject.OfCase("f1");
        assertEquals(file, NoticeSubject.of(file.kind(), file.id()));
    }

    @Test
    void theGravestComesFirstThenTheOldest() {
        Notice oldYellow = NoticeFixture.notice(1, AlarmLevel.YELLOW, TEN);
        Notice youngRed = NoticeFixture.notice(2, AlarmLevel.RED, TEN.plusSeconds(60));
        Notice oldRed = NoticeFixture.notice(3, AlarmLevel.RED, TEN);
        assertEquals(
                List.of(oldRed, youngRed, oldYellow),
                Stream.of(oldYellow, youngRed, oldRed)
                        .sorted(Notice.WORST_FIRST)
                        .toList());
    }

    @Test
    void aDigestHasOneIdWhateverTheOrderAndIsAsGraveAsItsGravest() {
        Notice yellow = NoticeFixture.notice(1, AlarmLevel.YELLOW, TEN);
        Notice red = NoticeFixture.notice(2, AlarmLevel.RED, TEN);
        NoticeText text = new NoticeText("2", "", List.of());
        NoticeMessage one = NoticeMessage.digest(List.of(yellow, red), "", text);
        assertEquals(one, NoticeMessage.digest(List.of(red, yellow), "", text));
        assertEquals(AlarmLevel.RED, one.severity());
        assertNotEquals(one.id(), NoticeMessage.of(red, "").id());
        assertThrows(IllegalArgumentException.class, () -> NoticeMessage.digest(List.of(), "", text));
    }

    @Test
    void anAddressIsNotShownByAccident() {
        assertFalse(NoticeFixture.OFFICER.toString().contains("1380"));
    }

    @Test
    void aRecipientIsReachedSomewhereAndOnceOnEachChannel() {
        RecipientId id = new RecipientId("officer");
        assertThrows(IllegalArgumentException.class, () -> new Recipient(id, List.of()));
        Address robot = new Address(NoticeFixture.ROBOT, "");
        Address again = new Address(NoticeFixture.ROBOT, "all");
        assertThrows(IllegalArgumentException.class, () -> new Recipient(id, List.of(robot, again)));
        assertEquals(Optional.of(robot), NoticeFixture.OFFICER.on(NoticeFixture.ROBOT));
        assertEquals(Optional.empty(), NoticeFixture.OFFICER.on(new ChannelName("mail")));
    }

    @Test
    void aTitleIsOneLineAndAFactIsNamedOnce() {
        assertThrows(IllegalArgumentException.class, () -> new NoticeText("a\nb", "", List.of()));
        assertThrows(IllegalArgumentException.class, () -> new NoticeText(" ", "", List.of()));
        NoticeFact fact = new NoticeFact("outlet", "排放口", "DA001");
        assertThrows(IllegalArgumentException.class, () -> new NoticeText("a", "", List.of(fact, fact)));
        assertEquals(Optional.of("DA001"), new NoticeText("a", "", List.of(fact)).fact("outlet"));
    }

    @Test
    void onlyAFailureHasAFault() {
        assertThrows(IllegalArgumentException.class, () -> new Receipt(DeliveryState.FAILED, Optional.empty(), ""));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Receipt(DeliveryState.SENT, Optional.of(DeliveryFault.NO_ANSWER), ""));
    }

    @Test
    void aLongReferenceIsCut() {
        assertEquals(
                Receipt.REFERENCE_LENGTH,
                Receipt.accepted("x".repeat(1000)).reference().length());
    }

    @ParameterizedTest
    @EnumSource(DeliveryState.class)
    void whatWaitsOrFailedIsNotToldAndAllElseIs(DeliveryState state) {
        assertEquals(state != DeliveryState.QUEUED && state != DeliveryState.FAILED, state.told());
    }

    @ParameterizedTest
    @EnumSource(DeliveryFault.class)
    void whatTimeMayHealIsWorthAnotherAttempt(DeliveryFault fault) {
        List<DeliveryFault> lasting = List.of(
                DeliveryFault.NOT_ADMITTED,
                DeliveryFault.UNKNOWN_ADDRESS,
                DeliveryFault.CONTENT_REFUSED,
                DeliveryFault.NO_SUCH_CHANNEL);
        assertEquals(!lasting.contains(fault), fault.worthAnother());
    }

    @Test
    void idsAndNamesOfAnotherShapeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new NoticeId("1"));
        assertThrows(IllegalArgumentException.class, () -> new RecipientId(" "));
        assertThrows(IllegalArgumentException.class, () -> new ChannelName("Sms"));
        assertThrows(IllegalArgumentException.class, () -> new NoticeFact("1", "", ""));
        assertThrows(IllegalArgumentException.class, () -> new Address(NoticeFixture.SMS, "1\r\n2"));
        assertTrue(new Address(NoticeFixture.SMS, "13800000000").at().startsWith("138"));
    }
}
