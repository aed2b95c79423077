package io.stackwatch.simulator.conform.packet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * A whole packet that came, its content in clear.
 *
 * <p>Fields are found by the standard's own spelling: the kit expects from others what the standard prints. Immutable.
 */
public final class Packet implements Incoming {

    private final byte[] bytes;
    private final String segment;
    private final String checksum;
    private final boolean encrypted;
    private final List<Item> header;
    private final String content;
    private final List<Item> items;

    Packet(byte[] bytes, String segment, String checksum, boolean encrypted) {
        this.bytes = bytes;
        this.segment = segment;
        this.checksum = checksum;
        this.encrypted = encrypted;
        int opened = segment.indexOf("CP=&&");
        String head = opened < 0 ? segment : segment.substring(0, opened);
        this.header = Item.split(head, ";");
        int from = opened < 0 ? segment.length() : opened + "CP=&&".length();
        this.content = segment.substring(from, Math.max(from, segment.length() - 2));
        this.items = Item.split(content, ";,");
    }

    /** Whether the very same bytes came. */
    public boolean sameBytes(Packet other) {
        return Arrays.equals(bytes, other.bytes);
    }

    /** The data segment in clear. */
    public String segment() {
        return segment;
    }

    /** The four characters behind the segment. */
    public String checksum() {
        return checksum;
    }

    /** Whether the content was encrypted on the wire. */
    public boolean isEncrypted() {
        return encrypted;
    }

    /** The fields in front of the content, in their order. */
    public List<Item> header() {
        return header;
    }

    /** What stands between {@code CP=&&} and {@code &&}. */
    public String content() {
        return content;
    }

    /** The items of the content, in their order. */
    public List<Item> items() {
        return items;
    }

    /** The first field of that name in the header, or of {@code CP.name} in the content. */
    public Optional<String> field(String name) {
        return name.startsWith("CP.") ? value(items, name.substring("CP.".length())) : value(header, name);
    }

    /** CN; 0 where there is no readable one. */
    public int command() {
        return number("CN").orElse(0);
    }

    /** The QN of the exchange: in the header, or in the content as 2005 has it (HJ 212-2017 Tables C.4, C.14; 2005 secondary). */
    public Optional<String> reference() {
        return field("QN").or(() -> field("CP.QN"));
    }

    /** The value of Flag. */
    public OptionalInt flag() {
        return number("Flag");
    }

    /** The values of every field of that name in the content. */
    public List<String> contents(String name) {
        List<String> values = new ArrayList<>();
        for (Item item : items) {
            if (item.name().equals(name)) {
                values.add(item.value());
            }
        }
        return values;
    }

    @Override
    public <T> T match(Function<Packet, T> packet, Function<Broken, T> broken) {
        return packet.apply(this);
    }

    @Override
    public String shown() {
        return Shown.text(segment) + (encrypted ? "  (content came encrypted)" : "");
    }

    @Override
    public String toString() {
        return shown();
    }

    private OptionalInt number(String name) {
        Optional<String> text = field(name);
        return text.isPresent() && text.get().matches("\\d{1,4}")
                ? OptionalInt.of(Integer.parseInt(text.get()))
                : OptionalInt.empty();
    }

    private static Optional<String> value(List<Item> items, String name) {
        return items.stream()
                .filter(item -> item.name().equals(name))
                .map(Item::value)
                .findFirst();
    }
}
