package io.stackwatch.core.marking;

/** Identity of a mark over all its versions. */
public record MarkId(String value) implements Comparable<MarkId> {

    public MarkId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("blank MarkId");
        }
    }

    @Override
    public int compareTo(MarkId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
