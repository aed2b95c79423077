package io.stackwatch.core.notice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Identity of a notice: 32 hexadecimal digits. It is part of every message, so that whoever is told twice can see
 * that it is the same.
 */
public record NoticeId(String value) implements Comparable<NoticeId> {

    private static final int BYTES = 16;

    public NoticeId {
        if (!value.matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException("a notice id has 32 hexadecimal digits: '" + value + "'");
        }
    }

    /**
     * The identity of what is told once: the same subject, occasion and recipient are the same notice.
     *
     * @param occasion what happened to the subject, with what tells two such events apart, such as an event's number
     */
    public static NoticeId of(NoticeSubject subject, String occasion, RecipientId recipient) {
        return hash(List.of(subject.kind().name(), subject.id(), occasion, recipient.value()));
    }

    /** The identity of a message that tells all these at once; the order does not count. */
    public static NoticeId digestOf(List<NoticeId> notices) {
        return hash(notices.stream().sorted().map(NoticeId::value).toList());
    }

    private static NoticeId hash(List<String> parts) {
        StringBuilder text = new StringBuilder("notice");
        parts.forEach(part -> text.append(':').append(part.length()).append(':').append(part));
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return new NoticeId(HexFormat.of().formatHex(hash, 0, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public int compareTo(NoticeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
