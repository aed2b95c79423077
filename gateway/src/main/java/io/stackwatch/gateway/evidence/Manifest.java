package io.stackwatch.gateway.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * The list of a package's files: a line {@code file <sha256> <bytes> <name>} for each, and behind them {@code manifest} with the SHA-256 of
 * all lines above it.
 *
 * @param text the whole text
 * @param sha256 the digest of its last line, by which the package is known elsewhere
 */
record Manifest(String text, String sha256) {

    static final String NAME = "manifest.txt";
    private static final String FORM = "stackwatch evidence package 1";

    static Manifest of(String caseId, Instant madeAt, long head, List<EvidenceFile> files) {
        StringBuilder lines = new StringBuilder(FORM)
                .append("\ncase ")
                .append(caseId)
                .append("\nmade-at ")
                .append(madeAt)
                .append("\njournal-head ")
                .append(head)
                .append('\n');
        for (EvidenceFile file : files) {
            lines.append("file ")
                    .append(digest(file.bytes()))
                    .append(' ')
                    .append(file.bytes().length)
                    .append(' ')
                    .append(file.name())
                    .append('\n');
        }
        String sha256 = digest(lines.toString().getBytes(StandardCharsets.UTF_8));
        return new Manifest(
                lines.append("manifest ").append(sha256).append('\n').toString(), sha256);
    }

    static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
