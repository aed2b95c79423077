package io.stackwatch.core.alarm;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Identity of an alarm: 32 hexadecimal digits that follow from its {@link AlarmKey} and from nothing else. */
public record AlarmId(String value) implements Comparable<AlarmId> {

    private static final int BYTES = 16;

    public AlarmId {
        if (value.length() != 2 * BYTES) {
            throw new IllegalArgumentException("an alarm id has 32 hexadecimal digits: '" + value + "'");
        }
    }

    /** The identity that follows from a key. That of an outlet is made as when there were no other subjects. */
    public static AlarmId of(AlarmKey key) {
        AlarmSubject subject = key.subject();
        String kind = subject.kind() == AlarmSubject.Kind.OUTLET ? "" : subject.kind() + ":";
        String text = kind + subject.id().length() + ":" + subject.id() + ":" + key.factor() + ":" + key.type() + ":"
                + key.firstHour();
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new AlarmId(HexFormat.of().formatHex(hash, 0, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public int compareTo(AlarmId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
