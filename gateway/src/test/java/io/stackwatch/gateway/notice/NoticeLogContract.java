package io.stackwatch.gateway.notice;

import static io.stackwatch.core.notice.NoticeFixture.ROBOT;
import static io.stackwatch.core.notice.NoticeFixture.SMS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.core.alarm.AlarmLevel;
import io.stackwatch.core.notice.Delivery;
import io.stackwatch.core.notice.DeliveryFault;
import io.stackwatch.core.notice.DeliveryState;
import io.stackwatch.core.notice.NoticeFixture;
import io.stackwatch.core.notice.NoticeId;
import io.stackwatch.core.notice.Receipt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a log of deliveries promises, whatever it is kept in. */
abstract class NoticeLogContract {

    private static final Instant TEN = Instant.parse("2026-12-01T02:00:00.123Z");
    private static final Receipt WAITS = new Receipt(DeliveryState.QUEUED, Optional.empty(), "");
    private static final NoticeId A = id(1);
    private static final NoticeId B = id(2);

    abstract NoticeLog log();

    @Test
    void rowsComeBackAsTheyWereInTheOrderInWhichTheyWereAdded() {
        NoticeLog log = log();
        Delivery left = new Delivery(A, ROBOT, A, 1, WAITS, TEN);
        Delivery failed = new Delivery(
                A, ROBOT, A, 1, Receipt.failed(DeliveryFault.TOO_MANY, "errcode=45009"), TEN.plusSeconds(1));
        Delivery other = new Delivery(B, SMS, B, 1, Receipt.accepted("BizId-1"), TEN);
        log.add(List.of(left, other));
        log.add(List.of(failed));
        assertEquals(Map.of(A, List.of(left, failed), B, List.of(other)), log.of(List.of(A, B)));
        assertEquals(Map.of(B, List.of(other)), log.of(List.of(B, id(3))));
        assertEquals(Map.of(), log.of(List.of()));
    }

    @Test
    void aMessageOfSeveralNoticesTakesOneTokenAndAnotherAttemptAnotherOne() {
        NoticeLog log = log();
        NoticeId digest = NoticeId.digestOf(List.of(A, B));
        log.add(List.of(
                new Delivery(A, ROBOT, digest, 1, WAITS, TEN),
                new Delivery(B, ROBOT, digest, 1, WAITS, TEN),
                new Delivery(A, SMS, A, 1, WAITS, TEN)));
        log.add(List.of(new Delivery(A, ROBOT, digest, 1, Receipt.accepted(""), TEN.plusSeconds(1))));
        log.add(List.of(new Delivery(A, ROBOT, digest, 2, WAITS, TEN.plusSeconds(30))));
        assertEquals(
                Map.of(ROBOT, List.of(TEN, TEN.plusSeconds(30)), SMS, List.of(TEN)),
                log.handedOver(TEN.minusMillis(1)));
        assertEquals(Map.of(ROBOT, List.of(TEN.plusSeconds(30))), log.handedOver(TEN), "behind the moment");
    }

    @Test
    void whatOnlyWaitsOrWasReadTakesNoToken() {
        NoticeLog log = log();
        log.add(List.of(
                new Delivery(A, ROBOT, A, 0, WAITS, TEN),
                new Delivery(B, ROBOT, B, 0, new Receipt(DeliveryState.READ, Optional.empty(), ""), TEN)));
        assertEquals(Map.of(), log.handedOver(Instant.EPOCH));
    }

    @Test
    void aThousandNoticesAreReadAtOnce() {
        NoticeLog log = log();
        List<Delivery> rows = new ArrayList<>();
        for (int i = 0; i < 1_200; i++) {
            rows.add(new Delivery(id(i), ROBOT, id(i), 1, WAITS, TEN));
        }
        log.add(rows);
        assertEquals(1_200, log.of(rows.stream().map(Delivery::notice).toList()).size());
    }

    private static NoticeId id(int number) {
        return NoticeFixture.notice(number, AlarmLevel.RED, TEN).id();
    }
}
