package io.stackwatch.gateway.evidence;

import io.stackwatch.gateway.journal.JournalRecord;
import java.util.List;
import java.util.Optional;

/** What a raw frame says, field by field. Safe for use by several threads. */
@FunctionalInterface
public interface FrameFields {

    /** The fields; empty for bytes that are no frame. */
    Optional<Said> of(JournalRecord record);

    /**
     * A frame's fields.
     *
     * @param command number of the command, such as 2061; empty text if it has none
     * @param items the content in the order of the wire, secrets hidden; empty if it cannot be read
     */
    record Said(String command, List<Item> items) {
        public Said {
            items = List.copyOf(items);
        }
    }

    /** A field as it was sent. */
    record Item(String name, String value) {}
}
