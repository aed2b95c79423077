package io.stackwatch.gateway.relay.packet;

import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.connectors.hj212.codec.HeaderField;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A data segment in which single fields can be exchanged: everything that is not asked to change keeps its bytes.
 *
 * <p>One character is one byte (ISO 8859-1), so that UTF-8, GB18030 and whatever else stands in it pass unharmed. Immutable.
 *
 * @param header what stands in front of {@code CP=}
 * @param opening {@code CP=&&} as it was written
 * @param content what stands between
 * @param closing {@code &&}, or nothing where it was left out
 */
record SegmentText(String header, String opening, String content, String closing) {

    private static final Pattern OPENING = Pattern.compile("(?i)CP=&{1,2}");
    private static final Pattern BARE_OPENING = Pattern.compile("(?i)CP=");
    private static final String CLOSING = "&&";
    private static final Map<HeaderField, Pattern> PATTERNS = patterns();

    static SegmentText of(Frame frame) {
        return of(new String(frame.bytes(), frame.segmentFrom(), frame.segmentLength(), StandardCharsets.ISO_8859_1));
    }

    static SegmentText of(String segment) {
        Matcher opening = OPENING.matcher(segment);
        boolean found = opening.find();
        if (!found) {
            opening = BARE_OPENING.matcher(segment);
            found = opening.find();
        }
        if (!found) {
            return new SegmentText(segment, "", "", "");
        }
        String rest = segment.substring(opening.end());
        boolean closed = rest.endsWith(CLOSING);
        return new SegmentText(
                segment.substring(0, opening.start()),
                opening.group(),
                closed ? rest.substring(0, rest.length() - CLOSING.length()) : rest,
                closed ? CLOSING : "");
    }

    /** The value of a header field, without blanks around it; the first where it stands there twice. */
    Optional<String> field(HeaderField field) {
        Matcher matcher = pattern(field).matcher(header);
        return matcher.find() ? Optional.of(matcher.group("value").strip()) : Optional.empty();
    }

    /** With this value of a header field; a field that was not there is put behind the others. */
    SegmentText with(HeaderField field, String value) {
        Matcher matcher = pattern(field).matcher(header);
        if (matcher.find()) {
            return withHeader(
                    header.substring(0, matcher.start("value")) + value + header.substring(matcher.end("value")));
        }
        String separated = header.isEmpty() || header.endsWith(";") ? header : header + ";";
        return withHeader(separated + field.key() + "=" + value + ";");
    }

    /** Without a header field. */
    SegmentText without(HeaderField field) {
        Matcher matcher = pattern(field).matcher(header);
        if (!matcher.find()) {
            return this;
        }
        int end = matcher.end();
        boolean separated = end < header.length();
        return withHeader(header.substring(0, matcher.start("key")) + header.substring(separated ? end + 1 : end));
    }

    SegmentText withContent(String other) {
        return new SegmentText(header, opening, other, closing);
    }

    /** How many bytes the whole segment has. */
    int length() {
        return header.length() + contentLength();
    }

    /** How many bytes {@code CP=&&...&&} has. */
    int contentLength() {
        return opening.length() + content.length() + closing.length();
    }

    String text() {
        return header + opening + content + closing;
    }

    byte[] bytes() {
        return text().getBytes(StandardCharsets.ISO_8859_1);
    }

    private SegmentText withHeader(String other) {
        return new SegmentText(other, opening, content, closing);
    }

    private static Pattern pattern(HeaderField field) {
        return Objects.requireNonNull(PATTERNS.get(field));
    }

    private static Map<HeaderField, Pattern> patterns() {
        Map<HeaderField, Pattern> patterns = new EnumMap<>(HeaderField.class);
        for (HeaderField field : HeaderField.values()) {
            patterns.put(field, Pattern.compile("(?i)(?<=^|[;,])(?<key>\\s*" + field.key() + "\\s*=)(?<value>[^;,]*)"));
        }
        return Map.copyOf(patterns);
    }
}
