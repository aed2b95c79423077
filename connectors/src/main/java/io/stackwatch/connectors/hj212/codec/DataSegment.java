package io.stackwatch.connectors.hj212.codec;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A data segment (数据段) as immutable values: convenient, for everything that is not done ten thousand times a second.
 *
 * @param header the header fields that were sent, as text
 * @param items the content in the order of sending
 * @param quirks the liberties that were taken
 */
public record DataSegment(Map<HeaderField, String> header, List<Item> items, Set<Quirk> quirks) {

    private static final String SUBJECT = "PolId";

    public DataSegment {
        header = Collections.unmodifiableMap(new EnumMap<>(header));
        items = List.copyOf(items);
        quirks = Set.copyOf(quirks);
    }

    /** The segment of a frame. */
    public static DataSegment of(Frame frame) {
        return of(new SegmentReader(CodecLimits.defaults()).read(frame));
    }

    /** A copy of what a reader has just read. */
    public static DataSegment of(SegmentReader reader) {
        EnumMap<HeaderField, String> header = new EnumMap<>(HeaderField.class);
        for (HeaderField field : HeaderField.values()) {
            if (reader.has(field)) {
                header.put(field, reader.text(field));
            }
        }
        EnumSet<Quirk> quirks = EnumSet.noneOf(Quirk.class);
        for (Quirk quirk : Quirk.values()) {
            if (reader.has(quirk)) {
                quirks.add(quirk);
            }
        }
        List<Item> items = new ArrayList<>(reader.items());
        Optional<String> subject = Optional.empty();
        for (int i = 0; i < reader.items(); i++) {
            Optional<BigDecimal> number = reader.isNumber(i) ? Optional.of(reader.number(i)) : Optional.empty();
            items.add(new Item(
                    reader.name(i),
                    reader.code(i),
                    reader.suffix(i),
                    reader.text(i),
                    number,
                    subject,
                    reader.isJoined(i),
                    reader.isQuoted(i)));
            if (reader.name(i).equals(SUBJECT)) {
                subject = Optional.of(reader.text(i));
            }
        }
        return new DataSegment(header, items, quirks);
    }

    /** A header field's text; empty if the field was not sent. */
    public Optional<String> text(HeaderField field) {
        return Optional.ofNullable(header.get(field));
    }

    /** The values of all items with this whole name, in order: a plain key may be repeated. */
    public List<String> values(String name) {
        return items.stream()
                .filter(item -> item.name().equals(name))
                .map(Item::text)
                .toList();
    }

    /**
     * One {@code name=value}.
     *
     * @param name the whole name
     * @param code the name up to its last hyphen
     * @param suffix the name behind it, empty if there is none
     * @param text the value, character by character
     * @param number the value as a number, if it is one
     * @param subject the last {@code PolId} before it: the analyser that an {@code -Info} speaks of
     * @param joined whether a comma stands before it, as between values of one factor
     * @param quoted whether its value stands between {@code //}
     */
    public record Item(
            String name,
            String code,
            String suffix,
            String text,
            Optional<BigDecimal> number,
            Optional<String> subject,
            boolean joined,
            boolean quoted) {}
}
