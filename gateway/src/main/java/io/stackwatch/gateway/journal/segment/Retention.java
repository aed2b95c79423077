package io.stackwatch.gateway.journal.segment;

import io.stackwatch.gateway.journal.Journal.CursorPosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Removes whole closed segments from the old end, none that a cursor has still to read. */
final class Retention {

    private Retention() {}

    static RetentionReport apply(
            Catalogue catalogue, List<CursorPosition> cursors, Path directory, Duration kept, Instant now)
            throws IOException {
        long oldest = now.minus(kept).toEpochMilli();
        int removed = 0;
        for (Segment segment : catalogue.all()) {
            // a segment that is being packed waits for the next time
            if (segment.form() != Segment.Form.PACKED || segment.maxMillis() >= oldest) {
                break;
            }
            List<CursorPosition> behind =
                    cursors.stream().filter(c -> c.position() < segment.last()).toList();
            if (!behind.isEmpty()) {
                return new RetentionReport(removed, catalogue.tail(), behind);
            }
            catalogue.remove(segment);
            Files.deleteIfExists(segment.packedFile());
            Files.deleteIfExists(segment.indexFile());
            DurableFiles.syncDirectory(directory);
            removed++;
        }
        return new RetentionReport(removed, catalogue.tail(), List.of());
    }
}
