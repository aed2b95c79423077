package io.stackwatch.gateway.journal.segment;

import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of the files of a journal: the first sequence number in 19 digits, and what it is. */
final class SegmentNames {

    static final String RAW = "seg";
    static final String PACKED = "pak";
    static final String INDEX = "idx";
    static final String SPARE = "spare";
    static final String LOCK = "lock";
    static final String CURSORS = "cursors";

    private static final Pattern NAME = Pattern.compile("(\\d{19})\\.(seg|pak|idx)");

    private SegmentNames() {}

    static String raw(long first) {
        return name(first, RAW);
    }

    static String packed(long first) {
        return name(first, PACKED);
    }

    static String index(long first) {
        return name(first, INDEX);
    }

    /** The first sequence number, if this is the name of a file of that kind. */
    static OptionalLong first(Path file, String kind) {
        Matcher matcher = NAME.matcher(file.getFileName().toString());
        return matcher.matches() && matcher.group(2).equals(kind)
                ? OptionalLong.of(Long.parseLong(matcher.group(1)))
                : OptionalLong.empty();
    }

    private static String name(long first, String kind) {
        return String.format("%019d.%s", first, kind);
    }
}
