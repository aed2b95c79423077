package io.stackwatch.core.transmission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.core.transmission.BackFillStep.Ask;
import io.stackwatch.core.transmission.BackFillStep.Leave;
import io.stackwatch.core.transmission.BackFillStep.Reason;
import io.stackwatch.core.transmission.BackFillStep.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BackFillTest {

    private static final Instant NOW = Instant.parse("2026-09-10T12:20:00Z");
    private static final BackFillPolicy POLICY = new BackFillPolicy(
            Duration.ofMinutes(10), Duration.ofMinutes(1), Duration.ofHours(1), 3, 24, Duration.ofDays(7));

    @Test
    void nothingIsAskedWhereNothingIsMissing() {
        assertEquals(new Leave(Reason.NOTHING_MISSING), BackFill.next(List.of(), linked("12:00"), POLICY, NOW));
    }

    @Test
    void aStationWithoutAConnectionIsLookedAtAgainLater() {
        BackFill.Link none = new BackFill.Link(Optional.empty(), Optional.empty());
        assertEquals(
                new Wait(Reason.NOT_CONNECTED, NOW.plus(POLICY.pause())),
                BackFill.next(List.of(missing("06:00")), none, POLICY, NOW));
    }

    @Test
    void aLoggerWhoseLinkCameBackMayFillTheGapByItselfFirst() {
        assertEquals(
                new Wait(Reason.MAY_COME_BY_ITSELF, at("12:25")),
                BackFill.next(List.of(missing("06:00")), linked("12:15"), POLICY, NOW));
    }

    @Test
    void sixHoursWithoutAHoleAreOneRequest() {
        List<MissingHour> six = List.of(
                missing("05:00"),
                missing("06:00"),
                missing("07:00"),
                missing("08:00"),
                missing("09:00"),
                missing("10:00"));
        assertEquals(new Ask(at("05:00"), at("10:00")), BackFill.next(six, linked("12:00"), POLICY, NOW));
    }

    @Test
    void anHourThatIsThereIsNotAskedForAgain() {
        List<MissingHour> around = List.of(missing("05:00"), missing("06:00"), missing("08:00"), missing("09:00"));
        assertEquals(new Ask(at("08:00"), at("09:00")), BackFill.next(around, linked("12:00"), POLICY, NOW));
    }

    @Test
    void aLongGapIsAskedForADayAtATimeTheNewestFirst() {
        List<MissingHour> long48 = new ArrayList<>();
        for (int hours = 2; hours < 50; hours++) {
            long48.add(new MissingHour(at("12:00").minus(Duration.ofHours(hours)), 0, Optional.empty()));
        }
        assertEquals(
                new Ask(at("10:00").minus(Duration.ofHours(23)), at("10:00")),
                BackFill.next(long48, linked("12:00"), POLICY, NOW));
    }

    @Test
    void theNextRequestToAStationWaitsForItsPause() {
        BackFill.Link fresh = new BackFill.Link(Optional.of(at("12:00")), Optional.of(NOW.minusSeconds(20)));
        assertEquals(
                new Wait(Reason.PACED, NOW.plusSeconds(40)),
                BackFill.next(List.of(missing("06:00")), fresh, POLICY, NOW));
    }

    @Test
    void anHourThatWasAskedForRestsAndThenIsAskedForAgain() {
        MissingHour asked = new MissingHour(at("06:00"), 1, Optional.of(at("11:30")));
        assertEquals(
                new Wait(Reason.ASKED_RECENTLY, at("12:30")),
                BackFill.next(List.of(asked), linked("11:00"), POLICY, NOW));
        assertEquals(
                new Ask(at("06:00"), at("06:00")), BackFill.next(List.of(asked), linked("11:00"), POLICY, at("12:30")));
    }

    @Test
    void afterTheLastTryTheHourIsGivenUp() {
        MissingHour often = new MissingHour(at("06:00"), 3, Optional.of(at("07:00")));
        assertEquals(new Leave(Reason.GIVEN_UP), BackFill.next(List.of(often), linked("11:00"), POLICY, NOW));
    }

    @Test
    void whatIsOlderThanTheHorizonIsNotAskedFor() {
        MissingHour old = new MissingHour(NOW.minus(Duration.ofDays(8)), 0, Optional.empty());
        assertEquals(new Leave(Reason.NOTHING_MISSING), BackFill.next(List.of(old), linked("11:00"), POLICY, NOW));
    }

    @Test
    void anHourThatWasExcusedSinceIsLeftAndNoRequestSpansIt() {
        List<MissingHour> around = List.of(missing("05:00"), excused("06:00", "mark M-1/1"), missing("07:00"));
        assertEquals(new Ask(at("07:00"), at("07:00")), BackFill.next(around, linked("11:00"), POLICY, NOW));
        assertEquals(
                new Leave(Reason.EXCUSED, "exemption 2, mark M-1/1"),
                BackFill.next(
                        List.of(
                                excused("05:00", "mark M-1/1"),
                                excused("06:00", "mark M-1/1"),
                                excused("07:00", "exemption 2")),
                        linked("11:00"),
                        POLICY,
                        NOW));
    }

    private static MissingHour excused(String start, String why) {
        return new MissingHour(at(start), 0, Optional.empty(), Optional.of(why));
    }

    /** Whatever is missing: every hour is asked for at most as often as allowed, and a logger that answers is asked once. */
    @Test
    void everyMissingHourIsAskedForUntilItComesOrTheTriesAreUsedUp() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            TreeMap<Instant, MissingHour> missing = new TreeMap<>();
            for (int hour = 0; hour < 60; hour++) {
                if (random.nextInt(3) > 0) {
                    Instant start = at("11:00").minus(Duration.ofHours(hour));
                    missing.put(start, new MissingHour(start, 0, Optional.empty()));
                }
            }
            boolean deaf = random.nextBoolean();
            int wanted = missing.size();
            int came = 0;
            Optional<Instant> last = Optional.empty();
            Instant now = NOW;
            for (int steps = 0; ; steps++) {
                if (steps > 10_000) {
                    throw new AssertionError("no end; seed=" + seed);
                }
                BackFillStep step =
                        BackFill.next(missing.values(), new BackFill.Link(Optional.of(at("01:00")), last), POLICY, now);
                Instant moment = now;
                Optional<Ask> ask = step.match(Optional::of, wait -> Optional.empty(), leave -> Optional.empty());
                if (ask.isPresent()) {
                    last = Optional.of(moment);
                    for (Instant hour = ask.get().firstHour();
                            !hour.isAfter(ask.get().lastHour());
                            hour = hour.plus(Duration.ofHours(1))) {
                        MissingHour before = missing.get(hour);
                        if (before == null) {
                            throw new AssertionError("asked for an hour that is there: " + hour + "; seed=" + seed);
                        }
                        if (deaf) {
                            missing.put(hour, new MissingHour(hour, before.asked() + 1, last));
                        } else {
                            missing.remove(hour);
                            came++;
                        }
                    }
                } else {
                    Optional<Instant> until = step.match(
                            any -> Optional.empty(), wait -> Optional.of(wait.until()), leave -> Optional.empty());
                    if (until.isEmpty()) {
                        break;
                    }
                    now = until.get();
                }
            }
            if (deaf) {
                missing.values().forEach(hour -> assertEquals(3, hour.asked(), "seed=" + seed));
            } else {
                assertEquals(wanted, came, "seed=" + seed);
            }
        }
    }

    private static BackFill.Link linked(String since) {
        return new BackFill.Link(Optional.of(at(since)), Optional.empty());
    }

    private static MissingHour missing(String start) {
        return new MissingHour(at(start), 0, Optional.empty());
    }

    private static Instant at(String time) {
        return Instant.parse("2026-09-10T" + time + ":00Z");
    }
}
