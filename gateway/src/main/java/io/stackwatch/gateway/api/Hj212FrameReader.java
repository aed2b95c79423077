package io.stackwatch.gateway.api;

import io.stackwatch.connectors.hj212.codec.CommandTable;
import io.stackwatch.connectors.hj212.codec.DataSegment;
import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.connectors.hj212.codec.HeaderField;
import io.stackwatch.connectors.hj212.session.FrameOpener;
import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.journal.JournalRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads HJ 212 frames: text as UTF-8, or as GB 18030 where it is not UTF-8. Content that came encrypted is shown in clear if
 * the station's keys of that time open it; passwords and keys in it are not shown.
 */
public final class Hj212FrameReader implements FrameReader {

    private static final String HIDDEN = "***";

    private static final Charset CHINESE = Charset.forName("GB18030");

    private final Profiles profiles;

    public Hj212FrameReader(Profiles profiles) {
        this.profiles = profiles;
    }

    /** How stations spoke. Must answer from memory; safe for use by several threads. */
    @FunctionalInterface
    public interface Profiles {

        /** The profile of a station at an instant; empty if it was not registered. */
        Optional<StationProfile> at(Mn station, Instant instant);
    }

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
        Optional<StationProfile> profile = record.arrival()
                .station()
                .flatMap(station -> profiles.at(station, record.arrival().arrivedAt()));
        // an opener is for one thread at a time
        return new FrameOpener()
                .read(record.arrival().bytes(), profile)
                .match(
                        clear -> Optional.of(content(clear.sent(), Encryption.NONE)),
                        opened -> Optional.of(content(opened.plaintext(), Encryption.OPENED)),
                        unreadable -> Optional.of(content(unreadable.sent(), Encryption.NO_KEY)),
                        Optional::empty);
    }

    private static Content content(Frame frame, Encryption encryption) {
        DataSegment segment = DataSegment.of(frame);
        List<Field> header = new ArrayList<>();
        segment.header().forEach((field, value) -> header.add(new Field(field.key(), value)));
        int command = segment.text(HeaderField.CN).map(Hj212FrameReader::number).orElse(0);
        List<Field> items = encryption == Encryption.NO_KEY
                ? List.of()
                : segment.items().stream()
                        .map(item -> new Field(item.name(), isSecret(command, item) ? HIDDEN : item.text()))
                        .toList();
        return new Content(header, items, encryption);
    }

    /** Whether any edition calls this item of this command a password or a key. */
    private static boolean isSecret(int command, DataSegment.Item item) {
        return CommandTable.standard().all().stream()
                .filter(row -> row.number() == command)
                .flatMap(row -> row.requestFields().stream())
                .anyMatch(field -> field.matches(item.name()) && field.syntax().isSecret());
    }

    private static int number(String text) {
        return text.length() == 4 && text.chars().allMatch(c -> c >= '0' && c <= '9') ? Integer.parseInt(text) : 0;
    }
}
