package io.stackwatch.gateway.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.core.alarm.AlarmLevel;
import io.stackwatch.core.notice.Notice;
import io.stackwatch.core.notice.NoticeFixture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an outbox promises, whatever it is kept in. */
abstract class NoticeOutboxContract {

    private static final Instant TEN = Instant.parse("2026-12-01T02:00:00Z");

    /** The outbox under test. */
    abstract NoticeOutbox outbox();

    /** Decides on a notice. */
    abstract void queue(Notice notice);

    /** What somebody sees who opens it anew, as after a kill. */
    abstract NoticeOutbox reopened();

    @Test
    void whatIsQueuedIsOpenWorstFirstUntilItIsSettled() {
        Notice blue = queued(1, AlarmLevel.BLUE);
        Notice red = queued(2, AlarmLevel.RED);
        assertEquals(List.of(red, blue), outbox().open(10));
        assertEquals(List.of(red), outbox().open(1));
        outbox().settle(List.of(red.id()), TEN);
        outbox().settle(List.of(red.id()), TEN);
        assertEquals(List.of(blue), outbox().open(10));
        Notice orange = queued(3, AlarmLevel.ORANGE);
        assertEquals(List.of(orange, blue), outbox().open(10));
    }

    @Test
    void whatIsSettledStaysSoOverAKillAndTheRestStaysOpen() {
        List<Notice> notices = new ArrayList<>();
        for (int i = 0; i < 1_100; i++) {
            notices.add(queued(i, AlarmLevel.BLUE));
        }
        outbox().open(10);
        outbox().settle(
                        notices.stream()
                                .map(Notice::id)
                                .filter(id -> !id.equals(notices.get(7).id())
                                        && !id.equals(notices.get(1_050).id()))
                                .toList(),
                        TEN);
        assertEquals(2, outbox().open(10).size());
        assertEquals(outbox().open(10), reopened().open(10));
        reopened().open(10);
        outbox().settle(List.of(notices.get(7).id(), notices.get(1_050).id()), TEN);
        assertEquals(List.of(), reopened().open(10));
        Notice late = queued(2_000, AlarmLevel.BLUE);
        assertEquals(List.of(late), reopened().open(10));
    }

    private Notice queued(int number, AlarmLevel severity) {
        Notice notice = NoticeFixture.notice(number, severity, TEN);
        queue(notice);
        return notice;
    }
}
