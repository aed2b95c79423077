package io.stackwatch.gateway.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.records.RelayItem.Lane;
import io.stackwatch.gateway.records.RelayItem.State;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the ledger of relays promises, whichever database is under it. */
abstract class RelayRecordsContract {

    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    private static final Mn M1 = new Mn("M1");
    private static final Mn M2 = new Mn("M2");
    private static final String CITY = "city";

    private RecordStore store;

    abstract StoreOptions fresh();

    @BeforeEach
    void open() {
        store = RecordStore.open(fresh());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void theQueuesAreReadInTheirOrder() {
        RelayItem rested = new RelayItem(1, M1, NOON, Lane.BACKLOG, State.UNRECEIPTED, 4, 1, NOON.plusSeconds(60));
        RelayItem old = RelayItem.waiting(2, M1, NOON.minus(Duration.ofHours(1)), Lane.REALTIME);
        RelayItem backFill = RelayItem.waiting(3, M1, NOON, Lane.BACKLOG);
        RelayItem young = RelayItem.waiting(4, M1, NOON, Lane.REALTIME);
        RelayItem younger = RelayItem.waiting(5, M2, NOON, Lane.REALTIME);
        write(List.of(rested, old, backFill, young, younger));
        Instant aged = NOON.minusSeconds(600);

        assertEquals(List.of(4L, 5L), sequences(store.read(handle -> RelayItems.young(handle, CITY, 0, aged, 10))));
        assertEquals(List.of(5L), sequences(store.read(handle -> RelayItems.young(handle, CITY, 4, aged, 10))));
        assertEquals(
                List.of(2L, 3L), sequences(store.read(handle -> RelayItems.backlog(handle, CITY, NOON, aged, 10))));
        assertEquals(
                List.of(2L, 3L, 1L),
                sequences(store.read(handle -> RelayItems.backlog(handle, CITY, NOON.plusSeconds(60), aged, 10))),
                "what has rested comes behind what was never tried");
        assertEquals(Optional.of(rested), store.read(handle -> RelayItems.oldest(handle, CITY)));
        long youngOnes = store.read(handle -> RelayItems.countYoung(handle, CITY, aged));
        assertEquals(2, youngOnes);
        assertEquals(0, count("county"), "targets do not see each other");
    }

    @Test
    void aFrameIsEnteredOnceChangedWhileItIsOpenAndLeaves() {
        RelayItem item = RelayItem.waiting(1, M1, NOON, Lane.REALTIME);
        write(List.of(item));
        write(List.of(item));
        assertEquals(1, count(CITY));
        boolean entered = store.write(handle -> RelayItems.enterIfAbsent(handle, CITY, item));
        assertFalse(entered);
        RelayItem sent = new RelayItem(1, M1, NOON, Lane.BACKLOG, State.SENT, 3, 1, Instant.EPOCH);
        store.write(handle -> {
            RelayItems.update(handle, CITY, NOON, List.of(sent));
            return true;
        });
        assertEquals(Optional.of(sent), store.read(handle -> RelayItems.oldest(handle, CITY)));
        store.write(handle -> {
            RelayItems.leave(handle, CITY, List.of(1L, 99L));
            RelayItems.update(handle, CITY, NOON, List.of(sent));
            return true;
        });
        assertEquals(0, count(CITY), "what has left does not come back");
    }

    @Test
    void figuresAddUpByStationAndHourAndTheNightIsTakenOnce() {
        Instant one = NOON.plus(Duration.ofHours(1));
        add(Map.of(key(M1, NOON), new RelayFigures(3, 0, 2, 1, 0, 0, 0)));
        add(Map.of(
                key(M1, NOON), new RelayFigures(0, 1, 1, 1, 0, 1, 0),
                key(M2, NOON), new RelayFigures(1, 0, 1, 0, 1, 0, 0),
                key(M1, one), new RelayFigures(1, 0, 0, 0, 0, 0, 1)));
        RelayFigures m1 = new RelayFigures(3, 1, 3, 2, 0, 1, 0);
        assertEquals(1, m1.outstanding());
        List<RelayHour> hours = hours(Optional.empty(), 10);
        assertEquals(List.of(key(M1, NOON), key(M2, NOON), key(M1, one)), keys(hours));
        assertEquals(m1, hours.get(0).figures());
        assertEquals(List.of(key(M1, one)), keys(hours(Optional.of(key(M2, NOON)), 10)), "paged");

        LocalDate day = LocalDate.parse("2026-03-02");
        assertTrue(report(day));
        add(Map.of(key(M1, NOON), new RelayFigures(0, 0, 0, 1, 0, 0, 0)));
        assertFalse(report(day), "a night is taken once");
        RelayReport taken =
                store.read(handle -> RelayHours.reported(handle, CITY, day)).orElseThrow();
        assertEquals(new RelayFigures(5, 1, 4, 2, 1, 1, 1), taken.figures());
        assertEquals(Optional.of(1L), hours(Optional.empty(), 1).get(0).reportedOutstanding(), "as it stood then");
        assertEquals(0, hours(Optional.empty(), 1).get(0).figures().outstanding(), "and as it stands now");
        store.write(handle -> RelayHours.forget(handle, one));
        assertEquals(List.of(key(M1, one)), keys(hours(Optional.empty(), 10)));
    }

    @Test
    void whatIsOutstandingIsNotForgotten() {
        add(Map.of(key(M1, NOON), new RelayFigures(1, 0, 1, 0, 0, 0, 0)));
        store.write(handle -> RelayHours.forget(handle, NOON.plus(Duration.ofDays(99))));
        assertEquals(1, hours(Optional.empty(), 10).size());
    }

    @Test
    void refusalsAreCountedWithTheirReason() {
        RelayRefusal once = new RelayRefusal(M1, "TOO_LONG", 1, 7, 7);
        store.write(handle -> {
            RelayRefusals.count(handle, CITY, List.of(once));
            RelayRefusals.count(handle, CITY, List.of(new RelayRefusal(M1, "TOO_LONG", 2, 8, 9)));
            return true;
        });
        assertEquals(
                List.of(new RelayRefusal(M1, "TOO_LONG", 3, 7, 9)),
                store.read(handle -> RelayRefusals.of(handle, CITY, 10)));
    }

    @Test
    void anActIsNumberedFollowedAndDone() {
        RelayAct wanted =
                new RelayAct(0, CITY, NOON, "李明", "丢失", NOON.minusSeconds(60), NOON, 5, 9, 0, 0, Optional.empty());
        RelayAct first = store.write(handle -> RelayActs.add(handle, wanted));
        RelayAct second = store.write(handle -> RelayActs.add(handle, wanted));
        assertEquals(List.of(1L, 2L), List.of(first.number(), second.number()));
        assertEquals(4, first.position(), "before the first record to look at");
        store.write(handle -> {
            RelayActs.advance(handle, 1, 9, 3, Optional.of(NOON));
            return true;
        });
        assertEquals(List.of(second), store.read(handle -> RelayActs.open(handle, CITY)));
        assertEquals(
                List.of(2L, 1L),
                store.read(handle -> RelayActs.of(handle, CITY, 10)).stream()
                        .map(RelayAct::number)
                        .toList());
        assertEquals(
                3, store.read(handle -> RelayActs.of(handle, CITY, 10)).get(1).entered());
    }

    @Test
    void eventsOfARequestShareTheNumberOfTheFirst() {
        DownlinkEvent asked = new DownlinkEvent(0, 0, CITY, M1, 1012, "20260302120000000", "FORWARD", NOON, "…");
        DownlinkEvent first = store.write(handle -> RelayDownlinks.add(handle, asked));
        DownlinkEvent answered =
                new DownlinkEvent(0, first.ask(), CITY, M1, 1012, "20260302120000000", "ANSWERED", NOON, "QnRtn=1");
        DownlinkEvent second = store.write(handle -> RelayDownlinks.add(handle, answered));
        DownlinkEvent other = store.write(handle -> RelayDownlinks.add(handle, asked));
        assertEquals(List.of(1L, 1L, 3L), List.of(first.ask(), second.ask(), other.ask()));
        assertEquals(List.of(first, second, other), store.read(handle -> RelayDownlinks.since(handle, NOON)));
        assertEquals(List.of(other, second), store.read(handle -> RelayDownlinks.of(handle, CITY, 2)), "newest first");
    }

    private long count(String target) {
        return store.read(handle -> RelayItems.count(handle, target));
    }

    private void write(List<RelayItem> items) {
        store.write(handle -> {
            RelayItems.enter(handle, CITY, items);
            return true;
        });
    }

    private void add(Map<RelayHour.Key, RelayFigures> figures) {
        store.write(handle -> {
            RelayHours.add(handle, CITY, figures);
            return true;
        });
    }

    private boolean report(LocalDate day) {
        return store.write(handle -> RelayHours.report(
                handle, CITY, day, NOON.minus(Duration.ofHours(12)), NOON.plus(Duration.ofHours(12)), NOON));
    }

    private List<RelayHour> hours(Optional<RelayHour.Key> after, int limit) {
        return store.read(handle -> RelayHours.of(handle, CITY, NOON, NOON.plus(Duration.ofDays(1)), after, limit));
    }

    private static RelayHour.Key key(Mn station, Instant hour) {
        return new RelayHour.Key(station, hour);
    }

    private static List<RelayHour.Key> keys(List<RelayHour> hours) {
        return hours.stream().map(hour -> key(hour.station(), hour.start())).toList();
    }

    private static List<Long> sequences(List<RelayItem> items) {
        return items.stream().map(RelayItem::sequence).toList();
    }
}
