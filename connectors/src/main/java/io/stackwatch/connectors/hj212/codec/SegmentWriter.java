package io.stackwatch.connectors.hj212.codec;

/**
 * Writes a data segment: header fields in the order they are given, then items.
 *
 * <p>{@code new SegmentWriter().field(QN, "…").flag(flag).item("DataTime", "…").value("a21026", "Rtd", "18.5").frame()}.
 * Values of one factor are joined by commas, everything else by semicolons. Writes what it is told, also what the standard
 * forbids: it serves a simulator too. For one thread at a time.
 */
public final class SegmentWriter {

    private final StringBuilder header = new StringBuilder(128);
    private final StringBuilder content = new StringBuilder(512);
    private String factor = "";

    /** Adds a header field. */
    public SegmentWriter field(HeaderField field, String value) {
        header.append(field.key()).append('=').append(value).append(';');
        return this;
    }

    /** Adds the command. */
    public SegmentWriter command(int number) {
        return field(HeaderField.CN, Integer.toString(number));
    }

    /** Adds the flag. */
    public SegmentWriter flag(Flag flag) {
        return field(HeaderField.FLAG, Integer.toString(flag.value()));
    }

    /** Adds an item of its own, such as {@code DataTime}. */
    public SegmentWriter item(String name, String value) {
        separate(';');
        content.append(name).append('=').append(value);
        factor = "";
        return this;
    }

    /** Adds a figure of a factor, such as {@code a21026-Rtd}. */
    public SegmentWriter value(String code, String suffix, String value) {
        separate(code.equals(factor) ? ',' : ';');
        content.append(code).append('-').append(suffix).append('=').append(value);
        factor = code;
        return this;
    }

    /** Adds a text in {@code //}, which may hold separators: a log line (HJ 212-2017 C.40). */
    public SegmentWriter text(String name, String value) {
        return item(name, "//" + value + "//");
    }

    /** A writer that has written this segment: fields in the standard's order, items in theirs, joined as they were. */
    public static SegmentWriter of(DataSegment segment) {
        SegmentWriter writer = new SegmentWriter();
        segment.header().forEach(writer::field);
        for (DataSegment.Item item : segment.items()) {
            writer.separate(item.joined() ? ',' : ';');
            writer.content.append(item.name()).append('=');
            writer.content.append(item.quoted() ? "//" + item.text() + "//" : item.text());
        }
        return writer;
    }

    /** How many characters {@code CP=&&...&&} has so far; the standard allows 950. */
    public int contentLength() {
        return "CP=&&&&".length() + content.length();
    }

    /** The segment. */
    public String segment() {
        return header + "CP=&&" + content + "&&";
    }

    /** The packet. */
    public byte[] frame() {
        return FrameEncoder.encode(segment());
    }

    private void separate(char separator) {
        if (content.length() > 0) {
            content.append(separator);
        }
    }
}
