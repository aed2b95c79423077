package io.stackwatch.gateway.audit;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A stream that counts and digests what goes through it. For one thread. */
final class Sha256 extends FilterOutputStream {

    private final MessageDigest digest = digest();
    private long bytes;

    Sha256(OutputStream out) {
        super(out);
    }

    /** The digest of a text in UTF-8. */
    static String of(String text) {
        return HexFormat.of().formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public void write(int one) throws IOException {
        out.write(one);
        digest.update((byte) one);
        bytes++;
    }

    @Override
    public void write(byte[] some, int from, int length) throws IOException {
        out.write(some, from, length);
        digest.update(some, from, length);
        bytes += length;
    }

    /** What went through, once everything has. */
    PaperFile file(Paper paper) {
        return new PaperFile(
                paper.name(), paper.mediaType(), bytes, HexFormat.of().formatHex(digest.digest()));
    }
}
