package io.stackwatch.gateway.circular.book;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Puts the merged cells of a sheet into the order of their text; fastexcel gives them in the order of a hash of identities, which
 * is another one in every run. Looks at the stream of one sheet and holds back that list alone. Not thread-safe.
 */
final class SortedMerges {

    private static final byte[] BEGIN = "<mergeCells>".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "</mergeCells>".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern MERGE = Pattern.compile("<mergeCell [^>]*>");

    private final Sink target;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private int matched;
    private boolean inside;

    /** Where the stream goes on. */
    @FunctionalInterface
    interface Sink {

        void write(byte[] bytes, int offset, int length) throws IOException;
    }

    SortedMerges(Sink target) {
        this.target = target;
    }

    void write(byte[] bytes, int offset, int length) throws IOException {
        int passed = offset;
        for (int i = offset; i < offset + length; i++) {
            byte[] looked = inside ? END : BEGIN;
            matched = bytes[i] == looked[matched] ? matched + 1 : bytes[i] == looked[0] ? 1 : 0;
            if (matched == looked.length) {
                pass(bytes, passed, i + 1 - passed);
                passed = i + 1;
                matched = 0;
                inside = !inside;
                if (!inside) {
                    release();
                }
            }
        }
        pass(bytes, passed, offset + length - passed);
    }

    private void pass(byte[] bytes, int offset, int length) throws IOException {
        if (inside) {
            held.write(bytes, offset, length);
        } else {
            target.write(bytes, offset, length);
        }
    }

    private void release() throws IOException {
        String list = held.toString(StandardCharsets.US_ASCII);
        held.reset();
        String sorted = MERGE.matcher(list)
                .results()
                .map(MatchResult::group)
                .sorted()
                .collect(Collectors.joining("", "", "</mergeCells>"));
        target.write(sorted.getBytes(StandardCharsets.US_ASCII), 0, sorted.length());
    }
}
