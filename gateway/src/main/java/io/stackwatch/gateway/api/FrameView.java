package io.stackwatch.gateway.api;

import io.stackwatch.gateway.journal.Journal;
import io.stackwatch.gateway.journal.JournalRecord;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A record of the journal for people: the bytes of the wire in hexadecimal and as text, what they say, and the record's
 * place in the chain.
 *
 * @param previousSha256 the hash of the record before, which goes into {@code sha256}; empty for the first that is kept
 */
public record FrameView(
        long sequence,
        Instant arrivedAt,
        String connector,
        String peer,
        Optional<String> station,
        String disposition,
        String detail,
        int length,
        String hex,
        String text,
        Optional<FrameReader.Content> decoded,
        String sha256,
        Optional<String> previousSha256) {

    /** The record with this number; empty if it was never written or is past retention. */
    static Optional<FrameView> read(Journal journal, long sequence, FrameReader reader) {
        Optional<JournalRecord> before = sequence > 1 ? journal.read(sequence - 1) : Optional.empty();
        return journal.read(sequence).map(record -> of(record, before, reader));
    }

    static FrameView of(JournalRecord record, Optional<JournalRecord> previous, FrameReader reader) {
        return new FrameView(
                record.sequence(),
                record.arrival().arrivedAt(),
                record.arrival().connector(),
                record.arrival().peer(),
                record.arrival().station().map(mn -> mn.value()),
                record.arrival().disposition().name(),
                record.arrival().detail(),
                record.arrival().bytes().length,
                HexFormat.of().formatHex(record.arrival().bytes()),
                reader.text(record),
                reader.content(record),
                record.sha256(),
                previous.map(JournalRecord::sha256));
    }
}
