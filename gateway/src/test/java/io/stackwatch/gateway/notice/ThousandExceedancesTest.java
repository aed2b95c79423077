package io.stackwatch.gateway.notice;

import static io.stackwatch.core.notice.NoticeFixture.ROBOT;
import static io.stackwatch.core.notice.NoticeFixture.SMS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.alarm.AlarmLevel;
import io.stackwatch.core.notice.Notice;
import io.stackwatch.core.notice.NoticeFixture;
import io.stackwatch.core.notice.NoticeId;
import io.stackwatch.core.notice.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The hour's edge of a whole city: a thousand exceedances at ten o'clock, and one robot that takes twenty a minute.
 */
class ThousandExceedancesTest {

    private static final Instant TEN = Instant.parse("2026-12-01T02:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Allowance ROBOTS = new Allowance(20, Duration.ofSeconds(61), 4);

    private final HandTime time = new HandTime(TEN);
    private final FakeOutbox outbox = new FakeOutbox();
    private final FakeLog log = new FakeLog();
    private final FakeChannel robot = new FakeChannel(ROBOT, time);
    private final FakeChannel sms = new FakeChannel(SMS, time);
    private final List<Notice> queued = new ArrayList<>();

    @Test
    void allAtOnceAreKnownAtOnceAndTheRobotIsNeverAskedForMoreThanItTakes() {
        for (int i = 0; i < 1_000; i++) {
            queue(i);
        }
        Duration known = run(started(), Duration.ofMinutes(5), false);
        print("all in the same second", known);
        assertTrue(known.compareTo(Duration.ofSeconds(1)) <= 0, known.toString());
        assertEquals(List.of(), sms.told(), "the digest told what is red in time");
    }

    @Test
    void thoseThatTrickleInOverAMinuteAreKnownAMinuteLater() {
        Dispatcher dispatcher = started();
        for (int second = 0; second < 60; second++) {
            for (int i = 0; i < 1_000 / 60 + 1; i++) {
                if (queued.size() < 1_000) {
                    queue(queued.size());
                }
            }
            dispatcher.fire(time.instant());
            time.forward(Duration.ofSeconds(1));
        }
        Duration known = run(dispatcher, Duration.ofMinutes(5), false);
        print("seventeen a second for a minute", known);
        assertTrue(known.compareTo(Duration.ofSeconds(122)) <= 0, known.toString());
        redIsKnownWithin(Duration.ofSeconds(61));
    }

    /** The robot takes nothing for three minutes, and the process is killed every seven seconds. */
    @Test
    void withARobotThatIsDownAndAProcessThatIsKilledNothingIsLost() {
        for (int i = 0; i < 1_000; i++) {
            queue(i);
        }
        robot.answer(message ->
                time.instant().isBefore(TEN.plusSeconds(180)) ? Optional.empty() : Optional.of(Receipt.accepted("")));
        Duration known = run(started(), Duration.ofMinutes(10), true);
        print("the robot down for three minutes, killed every seven seconds", known);
        assertTrue(known.compareTo(Duration.ofMinutes(5)) <= 0, known.toString());
    }

    /** Turns once a second until all is settled; answers when the last one was known. */
    private Duration run(Dispatcher first, Duration most, boolean killed) {
        Dispatcher dispatcher = first;
        Instant end = time.instant().plus(most);
        for (int turn = 1; time.instant().isBefore(end) && outbox.settled().size() < 1_000; turn++) {
            dispatcher.fire(time.instant());
            time.forward(Duration.ofSeconds(1));
            if (killed && turn % 7 == 0) {
                dispatcher = started();
            }
        }
        notMoreThanTwentyInAnyMinute(robot);
        notMoreThanTwentyInAnyMinute(sms);
        worstFirst(robot);
        Map<NoticeId, Instant> known = known();
        assertEquals(1_000, outbox.settled().size(), "nothing is lost");
        Set<NoticeId> all = new HashSet<>();
        queued.forEach(notice -> all.add(notice.id()));
        assertEquals(all, known.keySet(), "each is visible in a message or a digest");
        Instant last = known.values().stream().max(Instant::compareTo).orElseThrow();
        return Duration.between(TEN, last);
    }

    private static void notMoreThanTwentyInAnyMinute(FakeChannel channel) {
        List<Instant> moments =
                channel.told().stream().map(FakeChannel.Told::at).toList();
        for (int i = 20; i < moments.size(); i++) {
            Duration between = Duration.between(moments.get(i - 20), moments.get(i));
            assertTrue(between.compareTo(MINUTE) > 0, "21 messages within " + between);
        }
    }

    /** Of messages that leave in the same moment none is graver than one before it. */
    private static void worstFirst(FakeChannel channel) {
        List<FakeChannel.Told> told = channel.told();
        for (int i = 1; i < told.size(); i++) {
            AlarmLevel before = told.get(i - 1).message().severity();
            AlarmLevel after = told.get(i).message().severity();
            assertTrue(
                    told.get(i - 1).at().isBefore(told.get(i).at()) || before.compareTo(after) >= 0,
                    before + " before " + after);
        }
    }

    /** When each was first told by a message that was accepted. */
    private Map<NoticeId, Instant> known() {
        Map<NoticeId, Instant> known = new HashMap<>();
        log.of(queued.stream().map(Notice::id).toList()).forEach((id, rows) -> rows.stream()
                .filter(row -> row.receipt().state().told())
                .findFirst()
                .ifPresent(row -> known.put(id, row.at())));
        Set<NoticeId> seen = new HashSet<>(robot.notices());
        seen.addAll(sms.notices());
        known.keySet().retainAll(seen);
        return known;
    }

    private void redIsKnownWithin(Duration most) {
        Map<NoticeId, Instant> known = known();
        for (Notice notice : queued) {
            if (notice.severity() == AlarmLevel.RED) {
                Instant at = known.get(notice.id());
                assertTrue(
                        Duration.between(notice.queuedAt(), at).compareTo(most) <= 0,
                        () -> "red, queued " + notice.queuedAt() + " known " + at);
            }
        }
    }

    private void print(String what, Duration known) {
        System.out.printf(
                Locale.ROOT,
                "1000 exceedances, %s: the last was known after %d s, robot messages %d, short messages %d%n",
                what,
                known.toSeconds(),
                robot.told().size(),
                sms.told().size());
    }

    private void queue(int number) {
        AlarmLevel level = number % 50 == 0
                ? AlarmLevel.RED
                : number % 10 == 0 ? AlarmLevel.ORANGE : number % 2 == 0 ? AlarmLevel.YELLOW : AlarmLevel.BLUE;
        Notice notice = NoticeFixture.notice(number, level, time.instant());
        queued.add(notice);
        outbox.queue(notice);
    }

    private Dispatcher started() {
        return new Dispatcher(
                outbox,
                log,
                List.of(new ChannelLine(robot, ROBOTS, 20), new ChannelLine(sms, ROBOTS, 3)),
                DispatchTerms.defaults(),
                time);
    }
}
