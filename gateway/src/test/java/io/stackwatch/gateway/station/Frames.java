package io.stackwatch.gateway.station;

import io.stackwatch.connectors.hj212.server.Peer;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.journal.Arrival.Disposition;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;

/** Arrivals of frames of literal text. Times are local ({@code 2026-11-24T09:00:05}). */
final class Frames {

    static final String MN = "010000A8900016F000169DC0";
    static final String HOST = "10.1.2.3";

    private static final DateTimeFormatter WIRE = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private Frames() {}

    static Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }

    static String wire(String local) {
        return LocalDateTime.parse(local).format(WIRE);
    }

    /** A packet as it stands in the journal: without the line end. */
    static byte[] bytes(String mn, String rest) {
        byte[] packet = Peer.packet("QN=20261124000000000;ST=31;PW=123456;MN=" + mn + ";" + rest);
        return Arrays.copyOf(packet, packet.length - 2);
    }

    /** An hour frame with this mean of SO2. */
    static byte[] hour(String mn, String start, String so2) {
        return bytes(
                mn,
                "CN=2061;Flag=5;CP=&&DataTime=" + wire(start) + ";a21026-Avg=" + so2 + ",a21026-ZsAvg=" + so2
                        + ",a21026-Flag=N;a19001-Avg=6.0,a19001-Flag=N&&");
    }

    static Arrival arrival(String local, Disposition disposition, String detail, byte[] bytes) {
        return from(HOST, local, MN, disposition, detail, bytes);
    }

    static Arrival from(String host, String local, String mn, Disposition disposition, String detail, byte[] bytes) {
        return new Arrival(
                instant(local),
                "hj212",
                host + ":40112",
                mn.isEmpty() ? Optional.empty() : Optional.of(new Mn(mn)),
                disposition,
                detail,
                bytes);
    }
}
