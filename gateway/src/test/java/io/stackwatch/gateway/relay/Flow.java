package io.stackwatch.gateway.relay;

import io.stackwatch.connectors.hj212.server.Peer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

/** Frames of a stream: realtime frames that ask for an answer, each with a QN of its own. */
final class Flow {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS");

    private Flow() {}

    /** The n-th frame of a station, as it stands in a journal. */
    static byte[] frame(String mn, Instant at, int n) {
        return bare(segment(mn, at, n));
    }

    static String segment(String mn, Instant at, int n) {
        String time = at.plusMillis(n).atZone(ZONE).format(MILLIS);
        return "QN=" + time + ";ST=31;CN=2011;PW=123456;MN=" + mn + ";Flag=5;CP=&&DataTime=" + time.substring(0, 14)
                + ";a21026-Rtd=" + n + ".0,a21026-Flag=N&&";
    }

    /** A packet without its line end. */
    static byte[] bare(String segment) {
        byte[] packet = Peer.packet(segment);
        return Arrays.copyOf(packet, packet.length - 2);
    }

    static String text(byte[] frame) {
        return new String(frame, StandardCharsets.ISO_8859_1);
    }
}
