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

    /**
     * The fields of a frame in the order of the wire.
     *
     * @param header the fields in front of the content
     * @param items the content; empty if it cannot be read
     * @param encryption how the content came
     */
    record Content(List<Field> header, List<Field> items, Encryption encryption) {

        public Content {
            header = List.copyOf(header);
            items = List.copyOf(items);
        }
    }

    /** One field as it was sent; secrets are replaced. */
    record Field(String name, String value) {}

    /** How a frame's content came. */
    enum Encryption {
        /** In clear. */
        NONE,
        /** Encrypted, and opened with a key of the station. */
        OPENED,
        /** Encrypted, and no key that the station had then opens it. */
        NO_KEY
    }
}
