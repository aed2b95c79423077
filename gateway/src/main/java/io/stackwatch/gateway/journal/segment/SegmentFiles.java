package io.stackwatch.gateway.journal.segment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which segments a directory holds. */
final class SegmentFiles {

    private SegmentFiles() {}

    /** First sequence numbers and forms; a raw segment counts as sealed. Changes nothing. */
    static NavigableMap<Long, Segment.Form> list(Path directory) throws IOException {
        NavigableMap<Long, Segment.Form> forms = new TreeMap<>();
        for (Path file : files(directory)) {
            SegmentNames.first(file, SegmentNames.RAW)
                    .ifPresent(first -> forms.putIfAbsent(first, Segment.Form.SEALED));
            SegmentNames.first(file, SegmentNames.PACKED).ifPresent(first -> forms.put(first, Segment.Form.PACKED));
        }
        return forms;
    }

    /** The same after removing what an earlier process left unfinished. */
    static NavigableMap<Long, Segment.Form> clean(Path directory) throws IOException {
        NavigableMap<Long, Segment.Form> forms = list(directory);
        for (Path file : files(directory)) {
            var raw = SegmentNames.first(file, SegmentNames.RAW);
            var index = SegmentNames.first(file, SegmentNames.INDEX);
            boolean replaced = raw.isPresent() && forms.get(raw.getAsLong()) == Segment.Form.PACKED;
            boolean orphaned = index.isPresent() && !forms.containsKey(index.getAsLong());
            if (DurableFiles.isHalf(file) || replaced || orphaned) {
                Files.deleteIfExists(file);
            }
        }
        return forms;
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return new ArrayList<>(files.filter(Files::isRegularFile).toList());
        }
    }
}
