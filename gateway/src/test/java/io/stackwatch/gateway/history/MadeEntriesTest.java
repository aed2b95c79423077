package io.stackwatch.gateway.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.registry.DerivedStations;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Hours that we made are charted where their station stands for the outlet; the CRC was computed by another program. */
final class MadeEntriesTest {

    private static final Instant NINE = Instant.parse("2026-08-01T01:00:10Z");
    private static final String HOUR = "##0140QN=20260801090010000;ST=31;CN=2061;PW=123456;MN=OPC.B01.DA1;Flag=8;CP=&&"
            + "DataTime=20260801080000;a19001-Avg=9.5,a19001-Flag=N;a21026-Flag=M&&6300";

    @Test
    void aMadeHourIsChartedWithTheFiguresThatItHas() {
        assertEquals(List.of("DA1 a19001 HOUR 9.5"), entries("made", Optional.of(new OutletId("DA1"))));
    }

    @Test
    void besideALoggerAMadeHourIsNotCharted() {
        assertEquals(List.of(), entries("made", Optional.empty()));
    }

    @Test
    void aBatchIsNoFrame() {
        assertEquals(List.of(), entries("opcua", Optional.of(new OutletId("DA1"))));
    }

    private static List<String> entries(String connector, Optional<OutletId> outlet) {
        Hj212Entries entries = new Hj212Entries(new Hj212Entries.Stations() {
            @Override
            public Optional<StationProfile> profileOf(Arrival arrival) {
                return arrival.station().map(DerivedStations::profileOf);
            }

            @Override
            public Optional<OutletId> outletAt(Mn station, Instant instant) {
                return outlet;
            }
        });
        Arrival arrival = new Arrival(
                NINE,
                connector,
                "",
                Optional.of(new Mn("OPC.B01.DA1")),
                Arrival.Disposition.ACCEPTED,
                "crc=HJ212",
                HOUR.getBytes(StandardCharsets.US_ASCII));
        return entries.of(new JournalRecord(7, arrival, "0".repeat(64))).stream()
                .map(entry -> entry.outlet() + " " + entry.reading().factor() + " "
                        + entry.reading().span() + " " + entry.reading().text())
                .toList();
    }
}
