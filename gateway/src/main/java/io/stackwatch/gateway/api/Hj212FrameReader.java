package io.stackwatch.gateway.api;

import io.stackwatch.connectors.hj212.codec.DataSegment;
import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.gateway.journal.JournalRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads HJ 212 frames: text as UTF-8, or as GB 18030 where it is not UTF-8. */
public final class Hj212FrameReader implements FrameReader {

    private static final Charset CHINESE = Charset.forName("GB18030");

    @Override
    public String text(JournalRecord record) {
        byte[] bytes = record.arrival().bytes();
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, CHINESE);
        }
    }

    @Override
    public Optional<Content> content(JournalRecord record) {
        return Frame.of(record.arrival().bytes()).map(DataSegment::of).map(Hj212FrameReader::content);
    }

    private static Content content(DataSegment segment) {
        List<Field> header = new ArrayList<>();
        segment.header().forEach((field, value) -> header.add(new Field(field.key(), value)));
        List<Field> items = segment.items().stream()
                .map(item -> new Field(item.name(), item.text()))
                .toList();
        return new Content(header, items);
    }
}
