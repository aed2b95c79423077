package io.stackwatch.core.penalty;

/** Name of a circumstance that discretion looks at (裁量因素), such as {@code ratio}. */
public record CircumstanceId(String value) implements Comparable<CircumstanceId> {

    public CircumstanceId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("blank CircumstanceId");
        }
    }

    @Override
    public int compareTo(CircumstanceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
