package io.stackwatch.gateway.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.gateway.journal.Arrival.Disposition;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AdmittedTest {

    private static final Instant LATER = Arrivals.MORNING.plus(Duration.ofDays(2));

    @Test
    void theSecondCopyIsAcceptedAndSaysWhichWasTheFirstAndWhoLetItIn() {
        Arrival second = Admitted.again(first("crc=MODBUS;cn=2061;reason=UNKNOWN_MN;findings=NO_QN"), LATER, "王工");
        assertEquals(Disposition.ACCEPTED, second.disposition());
        assertEquals(LATER, second.arrivedAt());
        assertEquals(
                "admitted=17;arrived=2026-03-02T00:00:00.123456789Z;by=王工;crc=MODBUS;cn=2061;findings=NO_QN",
                second.detail());
        assertEquals(Optional.of(new Admitted(17, Arrivals.MORNING, "王工")), Admitted.of(second));
        assertEquals(Arrivals.MORNING, Admitted.heardAt(second));
    }

    @Test
    void theBytesAreTheSame() {
        JournalRecord first = first("crc=HJ212;reason=UNKNOWN_MN");
        assertSame(first.arrival().bytes(), Admitted.again(first, LATER, "x").bytes());
    }

    @Test
    void aRecordThatCameInByItselfWasHeardWhenItArrived() {
        assertEquals(Optional.empty(), Admitted.of(Arrivals.frame(1)));
        assertEquals(Arrivals.frame(1).arrivedAt(), Admitted.heardAt(Arrivals.frame(1)));
        Arrival broken = new Arrival(
                LATER,
                "hj212",
                "p:1",
                Optional.of(Arrivals.STATION),
                Disposition.ACCEPTED,
                "admitted=x;arrived=never;by=nobody",
                new byte[0]);
        assertEquals(LATER, Admitted.heardAt(broken));
    }

    @Test
    void aLongDetailIsCutAtItsEnd() {
        Arrival second = Admitted.again(first("crc=HJ212;cn=2061;findings=" + "A".repeat(228)), LATER, "王工");
        assertEquals(255, second.detail().length());
        assertTrue(Admitted.of(second).isPresent());
    }

    private static JournalRecord first(String detail) {
        Arrival arrival = new Arrival(
                Arrivals.MORNING,
                "hj212",
                "192.0.2.7:40123",
                Optional.of(Arrivals.STATION),
                Disposition.QUARANTINED,
                detail,
                new byte[] {35, 35});
        return new JournalRecord(17, arrival, "0".repeat(64));
    }
}
