package io.stackwatch.gateway.trail;

import io.stackwatch.gateway.records.TrailRow;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * SHA-256 as 64 lower-case hexadecimal digits. The digest of a row is that of its other columns in order, each as {@code length:text}
 * with the length in UTF-8 bytes, so that no two rows have the same text.
 */
public final class TrailDigest {

    /** What stands for the row before the first. */
    static final String NOTHING = "0".repeat(64);

    private TrailDigest() {}

    /** Of a text in UTF-8. */
    public static String of(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Of a row, whatever stands in its own digest. */
    static String of(TrailRow row) {
        StringBuilder text = new StringBuilder();
        for (String column : List.of(
                String.valueOf(row.number()),
                String.valueOf(row.at().toEpochMilli()),
                row.actor(),
                row.role(),
                row.act(),
                row.subject(),
                row.reason(),
                row.content(),
                row.previous())) {
            text.append(column.getBytes(StandardCharsets.UTF_8).length)
                    .append(':')
                    .append(column);
        }
        return of(text.toString());
    }

    static TrailRow sealed(TrailRow draft) {
        return new TrailRow(
                draft.number(),
                draft.at(),
                draft.actor(),
                draft.role(),
                draft.act(),
                draft.subject(),
                draft.reason(),
                draft.content(),
                draft.previous(),
                of(draft));
    }
}
