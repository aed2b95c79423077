package io.stackwatch.gateway.api;

import io.stackwatch.gateway.journal.JournalRecord;
import java.util.List;
import java.util.Optional;

/** Reads raw records for people. Pure; safe for use by several threads. */
public interface FrameReader {

    /** The bytes as text, whatever they are. */
    String text(JournalRecord record);

    /** What a frame says, field by field; empty for bytes that are not a frame. */
    Optional<Content> content(JournalRecord record);

    /** The fields of a frame in the order of the wire. */
    record Content(List<Field> header, List<Field> items) {

        public Content {
            header = List.copyOf(header);
            items = List.copyOf(items);
        }
    }

    /** One field as it was sent. */
    record Field(String name, String value) {}
}
