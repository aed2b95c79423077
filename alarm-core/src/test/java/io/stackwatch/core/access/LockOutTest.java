package io.stackwatch.core.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.registry.DataTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LockOutTest {

    private static final Instant NOON = Instant.parse("2026-12-01T04:00:00Z");
    private static final LockOut THREE = new LockOut(3, Duration.ofMinutes(10), Duration.ofMinutes(5));

    @Test
    void theLastOfTooManyWithinTheWindowShutsTheAccount() {
        assertEquals(Optional.empty(), THREE.shutUntil(at(0, 1), min(1)));
        assertEquals(Optional.of(min(7)), THREE.shutUntil(at(0, 1, 2), min(2)));
        assertEquals(Optional.of(min(7)), THREE.shutUntil(at(0, 1, 2), min(7).minusMillis(1)));
        assertEquals(Optional.empty(), THREE.shutUntil(at(0, 1, 2), min(7)));
    }

    @Test
    void whatIsOlderThanTheWindowDoesNotCount() {
        assertEquals(Optional.empty(), THREE.shutUntil(at(0, 1, 10), min(10)), "the first is just out of it");
        assertEquals(Optional.of(min(15)), THREE.shutUntil(at(1, 2, 10), min(10)));
    }

    @Test
    void aShutAccountIsNotShutLongerByTrying() {
        assertEquals(Optional.of(min(7)), THREE.shutUntil(at(0, 1, 2, 3, 4, 5, 6), min(6)));
    }

    @Test
    void afterTheLockTheCountBeginsAnew() {
        assertEquals(Optional.empty(), THREE.shutUntil(at(0, 1, 2, 7, 8), min(8)));
        assertEquals(Optional.of(min(14)), THREE.shutUntil(at(0, 1, 2, 7, 8, 9), min(9)));
    }

    /** A hundred histories from one seed, kept no longer than the memory. */
    @Test
    void noAccountIsShutLongerThanALockOrByFewerThanTheCount() {
        Random random = new Random(43);
        for (int round = 0; round < 100; round++) {
            List<Instant> tried = new ArrayList<>();
            Instant at = NOON;
            for (int i = 0; i < 30; i++) {
                at = at.plusSeconds(random.nextInt(400));
                if (THREE.shutUntil(tried, at).isEmpty()) {
                    tried.add(at);
                }
            }
            Instant now = at.plusSeconds(random.nextInt(900));
            assertTrue(THREE.shutUntil(tried, now)
                    .filter(until -> until.isAfter(now.plus(THREE.shut())))
                    .isEmpty());
            List<Instant> kept = tried.stream()
                    .filter(one -> one.isAfter(now.minus(THREE.memory())))
                    .toList();
            if (THREE.shutUntil(kept, now).isPresent()) {
                assertTrue(kept.size() >= THREE.failures());
            }
        }
    }

    @Test
    void itsFiguresAreDatedRows() {
        RuleParameters rows = RuleParameters.of(DataTable.resource(LockOut.class, "access-parameters.csv"));
        assertEquals(new LockOut(5, Duration.ofMinutes(15), Duration.ofMinutes(15)), LockOut.at(rows, NOON));
        assertEquals(new PasswordRule(12, 128), PasswordRule.at(rows, NOON));
        assertThrows(
                IllegalArgumentException.class, () -> new LockOut(0, Duration.ofMinutes(1), Duration.ofMinutes(1)));
    }

    private static Instant min(int minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }

    private static List<Instant> at(int... minutes) {
        List<Instant> instants = new ArrayList<>();
        for (int minute : minutes) {
            instants.add(min(minute));
        }
        return instants;
    }
}
