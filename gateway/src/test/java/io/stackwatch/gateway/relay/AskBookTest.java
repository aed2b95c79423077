package io.stackwatch.gateway.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.relay.packet.Heading;
import io.stackwatch.gateway.relay.target.TargetName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AskBookTest {

    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    private static final Mn STATION = new Mn("M1");

    private final AskBook book = new AskBook();

    @Test
    void anAnswerIsFoundByItsQnAndHistoryByItsCommandWhileTheRequestIsOpen() {
        Ask history = ask(1, 2061, "111");
        book.open(history);
        assertEquals(Optional.of(history), answered(9011, "111", 1));
        assertEquals(Optional.of(history), answered(2061, "other", 1));
        assertEquals(Optional.empty(), answered(2031, "other", 1));
        assertEquals(Optional.empty(), answered(9011, "other", 1));
        assertEquals(Optional.empty(), answered(9011, "", 1), "no QN is nobody's");
        assertEquals(Optional.empty(), answered(2061, "other", -1), "what came before it was asked");
        book.end(history, NOON.plusSeconds(10));
        assertEquals(Optional.of(history), answered(2061, "other", 10), "a relay that is behind still finds it");
        assertEquals(Optional.empty(), answered(2061, "other", 11));
    }

    @Test
    void realtimeDataComesByItselfAndBelongsToNobody() {
        Ask start = ask(1, 2011, "111");
        book.open(start);
        assertEquals(Optional.empty(), answered(2011, "222", 1));
        assertEquals(Optional.of(start), answered(2011, "111", 1));
    }

    @Test
    void aRequestIsOverWhenNothingComesAndAfterAnHourWhateverComes() {
        Ask ask = ask(1, 2051, "111");
        book.open(ask);
        for (int minute = 5; minute < 60; minute += 5) {
            Instant now = NOON.plus(Duration.ofMinutes(minute));
            assertEquals(List.of(), book.expire(now));
            book.heard(ask, now);
        }
        assertTrue(book.isBusy(STATION));
        assertEquals(List.of(ask), book.expire(NOON.plus(AskBook.LONGEST)));
        assertFalse(book.isBusy(STATION));
    }

    @Test
    void aStationHasNoMoreThanSoManyOpen() {
        for (int n = 1; n <= AskBook.MOST; n++) {
            assertTrue(book.open(ask(n, 1011, String.valueOf(n))));
        }
        assertFalse(book.open(ask(99, 1011, "99")));
        book.end(ask(1, 1011, "1"), NOON);
        assertTrue(book.open(ask(99, 1011, "99")));
    }

    private Optional<Ask> answered(int command, String qn, int second) {
        return book.answered(
                STATION, new Heading(command, "M1", qn, Optional.empty(), false), NOON.plusSeconds(second));
    }

    private static Ask ask(long number, int command, String qn) {
        return new Ask(number, new TargetName("city"), STATION, command, qn, NOON);
    }
}
