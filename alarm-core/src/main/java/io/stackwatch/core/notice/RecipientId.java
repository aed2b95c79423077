package io.stackwatch.core.notice;

/** Identity of a person or group that is told: the id of the person who may acknowledge, or the name of a group. */
public record RecipientId(String value) implements Comparable<RecipientId> {

    public RecipientId {
        if (value.isBlank() || value.length() > 100) {
            throw new IllegalArgumentException("a recipient's id has 1 to 100 characters: '" + value + "'");
        }
    }

    @Override
    public int compareTo(RecipientId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
