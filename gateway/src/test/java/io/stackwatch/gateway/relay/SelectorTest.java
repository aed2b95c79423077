package io.stackwatch.gateway.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Enterprise;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.IndustryCode;
import io.stackwatch.core.registry.MinuteEvidence;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.Outlet;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.Region;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.core.registry.Registry;
import io.stackwatch.core.registry.RegistryRows;
import io.stackwatch.core.registry.Station;
import io.stackwatch.core.registry.Verification;
import io.stackwatch.gateway.journal.Admitted;
import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.journal.Arrival.Disposition;
import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.relay.target.Control;
import io.stackwatch.gateway.relay.target.Delivery;
import io.stackwatch.gateway.relay.target.PlatformKind;
import io.stackwatch.gateway.relay.target.RelayTarget;
import io.stackwatch.gateway.relay.target.TargetName;
import io.stackwatch.gateway.relay.target.Wanted;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Station M1 belongs to outlet DA1 of an enterprise in county 371502 of the city 371500. */
class SelectorTest {

    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
    private static final Registry REGISTRY = registry();

    @Test
    void uploadsGoAndDialogueStaysHere() {
        Wanted all = Wanted.everything();
        assertEquals("REALTIME", select(all, frame(2061, "")));
        assertEquals("REALTIME", select(all, frame(3020, "")));
        assertEquals("BACKLOG", select(all, frame(2061, "RF=1;")), "the logger's own back-fill");
        assertEquals("OTHER_COMMAND", select(all, frame(1013, "")), "a question to us");
        assertEquals("OTHER_COMMAND", select(all, frame(1011, "")), "an answer to us");
        assertEquals("HEARTBEAT", select(all, frame(9015, "")));
        assertEquals("NOBODY_ASKED", select(all, frame(9011, "")));
        assertEquals("NOBODY_ASKED", select(all, frame(9014, "")));
    }

    @Test
    void whatWasNotAcceptedGoesNowhere() {
        Wanted all = Wanted.everything();
        assertEquals("NOT_ACCEPTED", select(all, arrival(Disposition.QUARANTINED, "hj212", frame(2061, ""))));
        assertEquals("NOT_ACCEPTED", select(all, arrival(Disposition.REFUSED, "hj212", frame(2061, ""))));
        assertEquals(
                "NOT_A_FRAME",
                select(all, arrival(Disposition.ACCEPTED, "hj212", "noise".getBytes(StandardCharsets.UTF_8))));
        assertEquals("OTHER_CONNECTOR", select(all, arrival(Disposition.ACCEPTED, "modbus", frame(2061, ""))));
    }

    // decision record 0026: where there is no logger we are the logger, beside one we only compare
    @Test
    void whatWeMadeGoesWhereItsStationStandsForTheOutletAndNowhereElse() {
        Arrival made = arrival(Disposition.ACCEPTED, "made", frame(2061, ""));
        assertEquals("REALTIME", select(Wanted.everything(), made));
        Arrival beside = new Arrival(
                made.arrivedAt(),
                made.connector(),
                made.peer(),
                Optional.of(new Mn("OPC.B01.DA1")),
                made.disposition(),
                made.detail(),
                made.bytes());
        assertEquals("BESIDE_A_LOGGER", select(Wanted.everything(), beside));
        Arrival batch = arrival(Disposition.ACCEPTED, "opcua", frame(2061, ""));
        assertEquals("OTHER_CONNECTOR", select(Wanted.everything(), batch), "an upper platform speaks HJ 212");
    }

    @Test
    void whatWasKeptBackUntilItsStationWasAdmittedGoesBehindNewData() {
        Arrival strange = arrival(Disposition.QUARANTINED, "hj212", frame(2061, ""));
        Arrival admitted = Admitted.again(new JournalRecord(7, strange, "0".repeat(64)), NOW.plusSeconds(60), "李明");
        assertEquals("BACKLOG", select(Wanted.everything(), admitted));
    }

    @Test
    void aFilterNamesRegionsWithAllBelowThemOutletsStationsCommandsAndConnectors() {
        byte[] hour = frame(2061, "");
        assertEquals("REALTIME", select(regions("371502"), hour));
        assertEquals("REALTIME", select(regions("371500"), hour), "the county lies in the city");
        assertEquals("OTHER_STATION", select(regions("371503"), hour));
        assertEquals("REALTIME", select(wanted(Set.of("DA1"), Set.of(), Set.of()), hour));
        assertEquals("OTHER_STATION", select(wanted(Set.of("DA2"), Set.of(), Set.of()), hour));
        assertEquals("REALTIME", select(wanted(Set.of(), Set.of("M1"), Set.of()), hour));
        assertEquals(
                "OTHER_STATION", select(wanted(Set.of(), Set.of("m1"), Set.of()), hour), "an MN is case-sensitive");
        assertEquals("REALTIME", select(wanted(Set.of(), Set.of(), Set.of(2061)), hour));
        assertEquals("OTHER_COMMAND", select(wanted(Set.of(), Set.of(), Set.of(2011)), hour));
        Wanted other = new Wanted(Set.of(), Set.of(), Set.of(), Set.of(), Set.of("hj212-tls"), true);
        assertEquals("OTHER_CONNECTOR", select(other, hour));
        assertEquals("REALTIME", select(other, arrival(Disposition.ACCEPTED, "hj212-tls", hour)));
        assertEquals("REALTIME", select(other, arrival(Disposition.ACCEPTED, "hj212-tls", frame(9015, ""))));
    }

    private static String select(Wanted wanted, byte[] frame) {
        return select(wanted, arrival(Disposition.ACCEPTED, "hj212", frame));
    }

    private static String select(Wanted wanted, Arrival arrival) {
        RelayTarget target = new RelayTarget(
                new TargetName("t"),
                PlatformKind.CITY,
                "h",
                1,
                RelayTarget.Start.NOW,
                wanted,
                Optional.empty(),
                Control.none(),
                Delivery.usual());
        return new Selector(target, OpenAsks.NONE)
                .select(arrival, REGISTRY)
                .match(forward -> forward.lane().name(), leave -> leave.why().name());
    }

    private static Wanted regions(String code) {
        return new Wanted(Set.of(new RegionCode(code)), Set.of(), Set.of(), Set.of(), Set.of(), false);
    }

    private static Wanted wanted(Set<String> outlets, Set<String> stations, Set<Integer> commands) {
        return new Wanted(
                Set.of(),
                Set.copyOf(outlets.stream().map(OutletId::new).toList()),
                Set.copyOf(stations.stream().map(Mn::new).toList()),
                commands,
                Set.of(),
                false);
    }

    private static Arrival arrival(Disposition disposition, String connector, byte[] frame) {
        return new Arrival(NOW, connector, "192.0.2.7:40123", Optional.of(new Mn("M1")), disposition, "", frame);
    }

    private static byte[] frame(int command, String more) {
        return Flow.bare("QN=20260302080000000;ST=31;CN=" + command + ";PW=123456;MN=M1;Flag=9;" + more
                + "CP=&&DataTime=20260302070000&&");
    }

    private static Registry registry() {
        Effective since = Effective.since(Instant.parse("2020-01-01T00:00:00Z"));
        EnterpriseId enterprise = new EnterpriseId("E1");
        OutletId outlet = new OutletId("DA1");
        return Registry.of(new RegistryRows(
                List.of(
                        region("371500", Optional.empty(), since),
                        region("371502", Optional.of("371500"), since),
                        region("371503", Optional.of("371500"), since)),
                List.of(new Enterprise(enterprise, "示例热电厂", new RegionCode("371502"), since)),
                List.of(new Outlet(
                        outlet,
                        enterprise,
                        "1号锅炉",
                        new IndustryCode("D4412"),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(),
                        MinuteEvidence.LOGGER_FLAG_UNLESS_CONTRADICTED,
                        since)),
                List.of(new Station(new Mn("M1"), outlet, since)),
                List.of(),
                List.of()));
    }

    private static Region region(String code, Optional<String> parent, Effective since) {
        return new Region(
                new RegionCode(code),
                "测试" + code,
                "test " + code,
                parent.map(RegionCode::new),
                since,
                Verification.UNVERIFIED);
    }
}
