package io.stackwatch.gateway.app;

import io.stackwatch.gateway.api.FrameReader;
import io.stackwatch.gateway.evidence.FrameFields;
import io.stackwatch.gateway.journal.JournalRecord;
import java.util.Optional;

/** Frames for evidence, as people see them elsewhere: secrets hidden, encrypted content opened with the station's keys. */
final class ReadFrames implements FrameFields {

    private final FrameReader reader;

    ReadFrames(FrameReader reader) {
        this.reader = reader;
    }

    @Override
    public Optional<Said> of(JournalRecord record) {
        return reader.content(record)
                .map(content -> new Said(
                        content.header().stream()
                                .filter(field -> field.name().equals("CN"))
                                .map(FrameReader.Field::value)
                                .findFirst()
                                .orElse(""),
                        content.items().stream()
                                .map(item -> new Item(item.name(), item.value()))
                                .toList()));
    }
}
