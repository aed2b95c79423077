package io.stackwatch.gateway.examination;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reckons the hash of every journal record again: SHA-256 over the hash before it and the record's content as {@code docs/adr/0014} and
 * {@code 0039} write it down. Records that follow each other must be links of one chain.
 */
final class ChainCheck {

    private static final int COLUMNS = 10;
    private static final List<String> DISPOSITIONS = List.of("", "ACCEPTED", "QUARANTINED", "REFUSED");

    private final Consumer<String> findings;
    private int records;
    private int unproved;

    ChainCheck(Consumer<String> findings) {
        this.findings = findings;
    }

    int records() {
        return records;
    }

    int unproved() {
        return unproved;
    }

    void check(byte[] sheet) {
        List<List<String>> rows = CsvReading.rows(sheet);
        long before = 0;
        String hash = "";
        for (List<String> row : rows.subList(Math.min(1, rows.size()), rows.size())) {
            try {
                long sequence = one(row);
                if (sequence == before + 1 && !hash.isEmpty() && !row.get(7).equals(hash)) {
                    findings.accept("record " + sequence + " does not follow record " + before);
                }
                before = sequence;
                hash = row.get(8);
            } catch (IllegalArgumentException | DateTimeParseException | IndexOutOfBoundsException bad) {
                findings.accept("a record cannot be read: " + bad.getMessage());
            }
        }
    }

    private long one(List<String> row) {
        if (row.size() != COLUMNS) {
            throw new IllegalArgumentException(row.size() + " columns");
        }
        long sequence = Long.parseLong(row.get(0));
        records++;
        if (row.get(7).isEmpty()) {
            unproved++;
            return sequence;
        }
        String reckoned = Digest.sha256(HexFormat.of().parseHex(row.get(7)), content(sequence, row));
        if (!reckoned.equals(row.get(8))) {
            findings.accept("record " + sequence + " has another hash than its content and its predecessor give");
        }
        return sequence;
    }

    private static byte[] content(long sequence, List<String> row) {
        Instant arrivedAt = Instant.parse(row.get(1));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] payload = HexFormat.of().parseHex(row.get(9));
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(sequence);
            out.writeLong(arrivedAt.getEpochSecond());
            out.writeInt(arrivedAt.getNano());
            out.writeByte(DISPOSITIONS.indexOf(row.get(2)));
            for (int column = 3; column <= 5; column++) {
                byte[] text = row.get(column).getBytes(StandardCharsets.UTF_8);
                out.writeByte(text.length);
                out.write(text);
            }
            byte[] detail = row.get(6).getBytes(StandardCharsets.UTF_8);
            out.writeShort(detail.length);
            out.write(detail);
            out.writeInt(payload.length);
            out.write(payload);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
