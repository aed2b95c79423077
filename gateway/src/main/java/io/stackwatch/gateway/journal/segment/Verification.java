package io.stackwatch.gateway.journal.segment;

import io.stackwatch.gateway.journal.RecordContent;
import io.stackwatch.gateway.journal.segment.VerifyReport.Finding;
import io.stackwatch.gateway.journal.segment.VerifyReport.Kind;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads every record, recomputes every hash, collects what is wrong. For one use. */
final class Verification {

    private final List<Finding> findings = new ArrayList<>();
    private final long until;
    private final boolean atRest;
    /** Hash of the record before; null behind damage, where the chain cannot be followed for one record. */
    private @Nullable String previous;

    private String headHash = RecordContent.noHash();
    private long expected;
    private long records;
    private int segments;
    private String file = "";

    /**
     * @param until the last sequence number to look at
     * @param atRest whether nobody writes, so that bytes behind the last record are a torn tail
     */
    Verification(long until, boolean atRest) {
        this.until = until;
        this.atRest = atRest;
    }

    VerifyReport of(Iterable<Segment> all) throws IOException {
        long first = 0;
        Iterator<Segment> each = all.iterator();
        while (each.hasNext()) {
            Segment segment = each.next();
            if (first == 0) {
                first = segment.first();
                expected = first;
            }
            if (segment.first() <= until) {
                segment(segment, each.hasNext());
            }
        }
        return new VerifyReport(Math.max(first, 1), Math.max(0, expected - 1), records, segments, headHash, findings);
    }

    private void segment(Segment segment, boolean closed) throws IOException {
        segments++;
        file = segment.form() == Segment.Form.PACKED
                ? SegmentNames.packed(segment.first())
                : SegmentNames.raw(segment.first());
        missing(segment.first() - 1);
        try {
            SegmentContent content = content(segment);
            header(content);
            for (int number = 0; number < content.pieces(); number++) {
                piece(content, number, closed);
            }
        } catch (DamagedFileException e) {
            findings.add(new Finding(Kind.HEADER_DAMAGED, segment.first(), segment.first(), file, text(e)));
            previous = null;
        }
    }

    /** A segment may be packed, and its raw file removed, between looking up and opening. */
    private static SegmentContent content(Segment segment) throws IOException {
        try {
            return SegmentContent.of(segment);
        } catch (NoSuchFileException e) {
            return SegmentContent.of(segment);
        }
    }

    private void header(SegmentContent content) throws IOException {
        try {
            String stated = content.header().previousHash();
            if (previous != null && !previous.equals(stated)) {
                findings.add(new Finding(
                        Kind.CHAIN_BROKEN, expected, expected, file, "the segment does not continue the one before"));
            }
            previous = stated;
        } catch (DamagedFileException e) {
            findings.add(new Finding(Kind.HEADER_DAMAGED, expected, expected, file, text(e)));
        }
    }

    private void piece(SegmentContent content, int number, boolean closed) throws IOException {
        SegmentContent.Piece piece;
        try {
            piece = content.piece(number);
        } catch (DamagedFileException e) {
            // the next record that can be read shows how many are gone
            return;
        }
        RecordScan scan = piece.scan(closed);
        while (scan.next() && scan.sequence() <= until) {
            missing(scan.sequence() - 1);
            String stored = RecordFrame.hashAt(piece.data(), scan.offset(), scan.length());
            if (previous != null
                    && !stored.equals(RecordFrame.expectedHash(piece.data(), scan.offset(), scan.length(), previous))) {
                findings.add(new Finding(
                        Kind.CHAIN_BROKEN,
                        scan.sequence(),
                        scan.sequence(),
                        file,
                        "the hash of record " + scan.sequence()
                                + " does not follow from its content and the record before"));
            }
            previous = stored;
            headHash = stored;
            expected = scan.sequence() + 1;
            records++;
        }
        if (atRest && !closed && scan.tornBytes() > 0) {
            findings.add(new Finding(
                    Kind.TORN_TAIL, expected, expected, file, scan.tornBytes() + " bytes behind the last record"));
        }
    }

    /** Everything from the expected record up to this one could not be read. */
    private void missing(long last) {
        if (expected <= last) {
            findings.add(new Finding(
                    Kind.DAMAGED, expected, last, file, "records " + expected + " to " + last + " cannot be read"));
            expected = last + 1;
            previous = null;
        }
    }

    private static String text(Exception e) {
        return String.valueOf(e.getMessage());
    }
}
