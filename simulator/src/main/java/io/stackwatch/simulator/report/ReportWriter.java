package io.stackwatch.simulator.report;

import io.stackwatch.simulator.plant.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Writes figures as data segments in the dialect of an edition (HJ 212-2017 6.3, Table 3; HJ 212-2025 Table 3).
 *
 * <p>What does not fit into one CP is split between factors, each packet with its own DataTime and request number
 * (HJ 212-2017 C.49). Immutable.
 */
public final class ReportWriter {

    /** The longest CP, its name and ampersands included (HJ 212-2017 Table 3). */
    public static final int LONGEST_CP = 950;

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final int LONGEST_SEGMENT = 1024;
    private static final int CP_FRAME = "CP=&&&&".length();
    private static final int HEADER = "QN=20260101000000000;ST=31;CN=2061;PW=;MN=;Flag=11;PNUM=9;PNO=9;RF=1;".length();

    private final Identity identity;
    private final List<Factor> factors;
    private final ZoneId zone;
    private final int longestContent;

    public ReportWriter(Identity identity, List<Factor> factors, ZoneId zone) {
        this(identity, factors, zone, LONGEST_CP);
    }

    /** @param longestCp splits earlier than the standard asks for: content that grows when it is encrypted needs that */
    public ReportWriter(Identity identity, List<Factor> factors, ZoneId zone, int longestCp) {
        this.identity = identity;
        this.factors = List.copyOf(factors);
        this.zone = zone;
        int header =
                HEADER + identity.mn().value().length() + identity.password().length();
        this.longestContent = Math.min(longestCp, LONGEST_SEGMENT - header) - CP_FRAME;
    }

    /** The segments of a message with these figures; usually one. */
    public List<Segment> data(Message message, Map<Quantity, Figures> figures, Supplier<String> qn) {
        List<String> items = new ArrayList<>();
        for (Factor factor : factors) {
            Figures item = figures.get(factor.quantity());
            if (item != null) {
                items.add(message.command() == Command.REALTIME ? realtime(factor, item) : statistics(factor, item));
            }
        }
        return items(message, items, qn);
    }

    /** The segments of a message with these items, each whole in one of them, behind its DataTime. */
    public List<Segment> items(Message message, List<String> items, Supplier<String> qn) {
        String dataTime = "DataTime=" + second(message.dataTime());
        List<String> packets = new ArrayList<>();
        StringBuilder packet = new StringBuilder(dataTime);
        for (String text : items) {
            if (packet.length() + 1 + text.length() > longestContent) {
                packets.add(packet.toString());
                packet = new StringBuilder(dataTime);
            }
            packet.append(';').append(text);
        }
        packets.add(packet.toString());
        List<Segment> segments = new ArrayList<>(packets.size());
        for (int i = 0; i < packets.size(); i++) {
            segments.add(segment(message, packets.get(i), packets.size(), i + 1, qn.get()));
        }
        return segments;
    }

    /** The power-on message (2081); the 2005 edition has none. */
    public Segment restart(Message message, Instant poweredOn, String qn) {
        String content = "DataTime=" + second(message.dataTime()) + ";RestartTime=" + second(poweredOn);
        return segment(message, content, 1, 1, qn);
    }

    private Segment segment(Message message, String content, int packets, int number, String qn) {
        boolean split = packets > 1;
        StringBuilder text = new StringBuilder(content.length() + 120)
                .append("QN=")
                .append(qn)
                .append(";ST=")
                .append(message.command().systemCode())
                .append(";CN=")
                .append(message.command().code())
                .append(";PW=")
                .append(identity.password())
                .append(";MN=")
                .append(identity.mn())
                .append(";Flag=")
                .append(identity.edition().flag(split, message.answerWanted()));
        if (split) {
            text.append(";PNUM=").append(packets).append(";PNO=").append(number);
        }
        if (message.backlog() && identity.edition() == Edition.Y2025) {
            text.append(";RF=1");
        }
        text.append(";CP=&&").append(content).append("&&");
        return new Segment(qn, text.toString(), message.answerWanted());
    }

    private String realtime(Factor factor, Figures item) {
        String code = identity.edition().codeOf(factor);
        StringBuilder text = new StringBuilder(64);
        value(text, code, "Rtd", item.measured().avg());
        item.converted().ifPresent(converted -> value(text, code, "ZsRtd", converted.avg()));
        return text.append(code).append("-Flag=").append(item.flag()).toString();
    }

    private String statistics(Factor factor, Figures item) {
        String code = identity.edition().codeOf(factor);
        StringBuilder text = new StringBuilder(160);
        triple(text, code, "", item.measured());
        item.converted().ifPresent(converted -> triple(text, code, "Zs", converted));
        item.amount().ifPresent(amount -> value(text, code, "Cou", amount));
        return text.append(code).append("-Flag=").append(item.flag()).toString();
    }

    private static void triple(StringBuilder text, String code, String prefix, Triple triple) {
        value(text, code, prefix + "Min", triple.min());
        value(text, code, prefix + "Avg", triple.avg());
        value(text, code, prefix + "Max", triple.max());
    }

    private static void value(StringBuilder text, String code, String suffix, BigDecimal value) {
        text.append(code)
                .append('-')
                .append(suffix)
                .append('=')
                .append(value.toPlainString())
                .append(',');
    }

    private String second(Instant instant) {
        return SECOND.format(instant.atZone(zone));
    }
}
