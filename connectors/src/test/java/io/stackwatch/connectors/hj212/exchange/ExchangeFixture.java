package io.stackwatch.connectors.hj212.exchange;

import io.stackwatch.connectors.hj212.codec.CodecLimits;
import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.connectors.hj212.codec.SegmentReader;
import io.stackwatch.connectors.hj212.server.Peer;
import io.stackwatch.connectors.hj212.session.StationProfile.Edition;
import io.stackwatch.core.registry.Mn;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Orders of a morning, their terms, and literal frames from the field. Times are local: {@code 08:00:05}. */
final class ExchangeFixture {

    static final Mn STATION = new Mn("010000A8900016F000169DC0");
    static final String QN = "20261124080000000";

    private ExchangeFixture() {}

    static Instant at(String time) {
        return LocalDateTime.parse("2026-11-24T" + time)
                .atZone(ZoneId.of("Asia/Shanghai"))
                .toInstant();
    }

    /** 10 s and three resends, a minute for the result, an hour in all; a day to be sent. */
    static ExchangeTerms terms(AnswerPattern pattern) {
        return new ExchangeTerms(
                Edition.HJ212_2017,
                pattern,
                false,
                Duration.ofDays(1),
                Duration.ofSeconds(10),
                3,
                Duration.ofSeconds(60),
                Duration.ofHours(1));
    }

    /** A control that two people have to want within ten minutes. */
    static ExchangeTerms control() {
        return new ExchangeTerms(
                Edition.HJ212_2017,
                AnswerPattern.RESULT,
                true,
                Duration.ofMinutes(10),
                Duration.ofSeconds(10),
                3,
                Duration.ofSeconds(60),
                Duration.ofHours(1));
    }

    static ExchangeOrder order(int command, String... items) {
        List<RequestItem> content = new ArrayList<>();
        for (String item : items) {
            int equals = item.indexOf('=');
            content.add(new RequestItem(item.substring(0, equals), item.substring(equals + 1)));
        }
        return new ExchangeOrder(STATION, "31", command, content, "Wang", "to see", Priority.OFFICER);
    }

    static Exchange ordered(long id, ExchangeOrder order, ExchangeTerms terms) {
        return Exchange.begin(new ExchangeId(id), QN, order, terms, at("08:00:00"));
    }

    /** Ordered and sent at 08:00:00. */
    static Exchange sent(long id, ExchangeOrder order, AnswerPattern pattern) {
        return ordered(id, order, terms(pattern)).after(ExchangeEvent.sent(1, at("08:00:00")));
    }

    /** The frame of a segment as the exchange sees it, kept under this number. */
    static FieldFrame frame(String segment, long number, String time) {
        byte[] packet = Peer.packet(segment);
        Frame frame = Frame.of(Arrays.copyOf(packet, packet.length - 2))
                .orElseThrow(() -> new AssertionError("not a frame: " + new String(packet, StandardCharsets.UTF_8)));
        SegmentReader reader = new SegmentReader(CodecLimits.defaults()).read(frame);
        return FieldFrame.of(reader, STATION, number, at(time));
    }

    /** A frame of 2017 from the station: {@code CN=9011;...} with this QN. */
    static FieldFrame frame(String qn, int command, String content, String time) {
        String system = command >= 9000 ? "91" : "31";
        return frame(
                "QN=" + qn + ";ST=" + system + ";CN=" + command + ";PW=123456;MN=" + STATION + ";Flag=4;CP=&&" + content
                        + "&&",
                7,
                time);
    }
}
