package io.stackwatch.gateway.relay.packet;

import io.stackwatch.connectors.hj212.codec.Flag;
import io.stackwatch.connectors.hj212.codec.HeaderField;
import io.stackwatch.connectors.hj212.codec.ProtocolTime;
import io.stackwatch.connectors.hj212.session.StationProfile.Edition;
import io.stackwatch.gateway.relay.packet.ContentItems.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A segment that is too long made into several (拆分包): between factors, each with the same {@code DataTime}, a QN one
 * millisecond later than the one before, PNUM and PNO (HJ 212-2017 C.49, C.50).
 *
 * <p>Not split is what would lose its meaning: a packet of a packet, text, repeated names, items that belong to the
 * {@code PolId} before them.
 */
final class Splitting {

    private static final String TIME = "DataTime";
    private static final int CONTENT_2005 = 960;
    private static final int CONTENT = 950;

    /** PNUM has four digits; 2025 prints lengths that leave room for one [I]. */
    private static final int MOST_2025 = 9;

    private static final int MOST = 99;

    private Splitting() {}

    /** Whether a segment is within what the standard allows to be sent in one packet. */
    static boolean fits(SegmentText segment, Optional<Edition> edition, int maxSegment) {
        int slack = maxSegment - 1024;
        int content = edition.filter(Edition.HJT212_2005::equals).isPresent() ? CONTENT_2005 : CONTENT;
        return segment.length() <= maxSegment && segment.contentLength() <= content + slack;
    }

    /** The parts, at least two; empty if it cannot be split. */
    static Optional<List<SegmentText>> split(SegmentText segment, Optional<Edition> edition, int maxSegment) {
        ContentItems content = ContentItems.of(segment.content());
        if (segment.field(HeaderField.PNUM).isPresent() || !isPlain(content)) {
            return Optional.empty();
        }
        Optional<Item> time = content.items().stream()
                .filter(item -> item.name().equals(TIME))
                .findFirst();
        SegmentText frame = numbered(segment, 1, MOST);
        String lead = time.map(item -> item.text() + ";").orElse("");
        List<String> contents = new ArrayList<>();
        StringBuilder part = new StringBuilder(lead);
        for (String group : groups(content, time)) {
            String joined = part.length() == lead.length() ? part + group : part + ";" + group;
            if (fits(frame.withContent(joined), edition, maxSegment)) {
                part = new StringBuilder(joined);
                continue;
            }
            if (part.length() == lead.length()) {
                return Optional.empty();
            }
            contents.add(part.toString());
            part = new StringBuilder(lead).append(group);
            if (!fits(frame.withContent(part.toString()), edition, maxSegment)) {
                return Optional.empty();
            }
        }
        contents.add(part.toString());
        int most = edition.filter(Edition.HJ212_2025::equals).isPresent() ? MOST_2025 : MOST;
        return contents.size() < 2 || contents.size() > most ? Optional.empty() : Optional.of(parts(segment, contents));
    }

    private static boolean isPlain(ContentItems content) {
        List<String> names = content.items().stream()
                .map(Item::name)
                .filter(name -> !name.isEmpty())
                .toList();
        return Set.copyOf(names).size() == names.size()
                && !names.contains("PolId")
                && content.items().stream().noneMatch(Item::isText);
    }

    /** Items of one factor stay together; empty items are dropped, as nothing is lost with them. */
    private static List<String> groups(ContentItems content, Optional<Item> time) {
        List<List<Item>> groups = new ArrayList<>();
        String code = "";
        for (Item item : content.items()) {
            if (item.name().isEmpty() || time.filter(item::equals).isPresent()) {
                continue;
            }
            if (groups.isEmpty() || !item.code().equals(code)) {
                groups.add(new ArrayList<>());
                code = item.code();
            }
            groups.get(groups.size() - 1).add(item);
        }
        return groups.stream()
                .map(group -> group.stream().map(Item::text).collect(Collectors.joining(",")))
                .toList();
    }

    private static List<SegmentText> parts(SegmentText segment, List<String> contents) {
        List<SegmentText> parts = new ArrayList<>();
        for (int i = 0; i < contents.size(); i++) {
            parts.add(numbered(segment, i + 1, contents.size()).withContent(contents.get(i)));
        }
        return parts;
    }

    private static SegmentText numbered(SegmentText segment, int number, int of) {
        Flag flag = segment.field(HeaderField.FLAG).flatMap(Rewriter::flag).orElse(new Flag(0));
        SegmentText part = segment.with(
                HeaderField.FLAG,
                Integer.toString(
                        Flag.of(flag.version(), true, flag.answerWanted()).value()));
        Optional<String> qn = segment.field(HeaderField.QN);
        if (qn.isPresent()) {
            part = part.with(HeaderField.QN, later(qn.get(), number - 1));
        }
        Optional<String> backFill = segment.field(HeaderField.RF);
        part = part.without(HeaderField.RF)
                .with(HeaderField.PNUM, Integer.toString(of))
                .with(HeaderField.PNO, Integer.toString(number));
        return backFill.isPresent() ? part.with(HeaderField.RF, backFill.get()) : part;
    }

    private static String later(String qn, int millis) {
        return millis == 0
                ? qn
                : ProtocolTime.parse(qn)
                        .map(instant -> ProtocolTime.millis(instant.plusMillis(millis)))
                        .orElse(qn);
    }
}
